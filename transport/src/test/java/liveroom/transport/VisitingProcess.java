package liveroom.transport;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Viewers in a process of their own, who come, wait for their welcome, and go; so that what they cost is not taken for
/// the studio's.
final class VisitingProcess implements AutoCloseable {
    private static final String DONE = "visited";
    /// Each viewer asks three times, and a room takes twenty requests a second from one address.
    private static final long APART_NANOS = 200_000_000;
    /// From so many addresses viewers come in turn.
    private static final int ADDRESSES = 4;

    private final Process process;
    private final BufferedReader output;

    VisitingProcess(int port) throws IOException {
        process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        VisitingProcess.class.getName(),
                        Integer.toString(port)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        output = process.inputReader(StandardCharsets.UTF_8);
    }

    /// Lets viewers come and go, one after the other.
    void visit(int times) throws IOException {
        process.outputWriter(StandardCharsets.UTF_8).append(times + "\n").flush();
        String line = output.readLine();
        while (line != null && !line.equals(DONE)) {
            line = output.readLine();
        }
        if (line == null) {
            throw new IOException("the viewers' process has ended");
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /// Reads how many are to come, lets them, says so, and again.
    public static void main(String[] arguments) throws Exception {
        List<WhepClient> rooms = new ArrayList<>();
        for (int i = 0; i < ADDRESSES; i++) {
            InetAddress from = InetAddress.getByName("127.0.0." + (2 + i));
            rooms.add(new WhepClient(Integer.parseInt(arguments[0]), TestRoom.KEY, from));
        }
        BufferedReader input = new BufferedReader(new java.io.InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            for (int i = Integer.parseInt(line); i > 0; i--) {
                long nextNanos = System.nanoTime() + APART_NANOS / ADDRESSES;
                FakeViewer viewer = new FakeViewer();
                viewer.join(rooms.get(i % ADDRESSES));
                viewer.control.first("welcome");
                viewer.leave();
                LockSupport.parkNanos(nextNanos - System.nanoTime());
            }
            System.out.println(DONE);
        }
        Runtime.getRuntime().halt(0);
    }
}
