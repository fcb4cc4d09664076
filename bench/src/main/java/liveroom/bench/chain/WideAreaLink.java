package liveroom.bench.chain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// An emulated link between two hosts, both on this machine: see `bench/wan`. Needs Linux, root, Python 3 and
/// iproute2. Commands take effect at once.
public final class WideAreaLink implements AutoCloseable {
    /// Address of the studio's host on the link.
    public static final String HOST_ADDRESS = "10.77.0.1";

    private final String name;
    private final Process emulator;
    private final PrintStream commands;

    private WideAreaLink(String name, Process emulator) {
        this.name = name;
        this.emulator = emulator;
        this.commands = new PrintStream(emulator.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /// Starts a link and waits until both hosts exist.
    ///
    /// @param script path of `bench/wan`
    /// @param delayMillis one way
    public static WideAreaLink start(Path script, String name, double delayMillis, double lossPercent) {
        try {
            Process emulator = new ProcessBuilder(
                            "python3",
                            script.toString(),
                            "--name",
                            name,
                            "--delay",
                            number(delayMillis),
                            "--loss",
                            number(lossPercent))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            BufferedReader output = emulator.inputReader(StandardCharsets.UTF_8);
            if (!"READY".equals(output.readLine())) {
                emulator.destroy();
                throw new IllegalStateException("the link does not come up: it needs root and /dev/net/tun");
            }
            return new WideAreaLink(name, emulator);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    /// A command that runs on the studio's side of the link.
    public List<String> onHost(List<String> command) {
        return inNamespace(name + "-host", command);
    }

    /// A command that runs on the viewer's side of the link.
    public List<String> onViewer(List<String> command) {
        return inNamespace(name + "-viewer", command);
    }

    private static List<String> inNamespace(String namespace, List<String> command) {
        List<String> whole = new ArrayList<>(List.of("ip", "netns", "exec", namespace));
        whole.addAll(command);
        return whole;
    }

    /// One-way delay from now on.
    public void delay(double millis) {
        commands.println("delay " + number(millis));
    }

    /// Share of packets that are lost from now on, each way.
    public void loss(double percent) {
        commands.println("loss " + number(percent));
    }

    /// What passes from now on, each way; 0 for as much as there is.
    public void rate(double kbps) {
        commands.println("rate " + number(kbps));
    }

    /// Drops everything from now on.
    public void cut() {
        commands.println("cut 1");
    }

    public void mend() {
        commands.println("cut 0");
    }

    /// Ends the link; both hosts are gone.
    @Override
    public void close() {
        commands.close();
        try {
            if (!emulator.waitFor(10, TimeUnit.SECONDS)) {
                emulator.destroyForcibly();
            }
        } catch (InterruptedException _) {
            emulator.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
