package liveroom.bench.relay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// coturn on this computer, for one user. Ends with [#close()].
final class TurnServer implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(20);
    /// RFC 8489, section 5.
    private static final int BINDING_REQUEST = 0x0001;
    private static final int BINDING_SUCCESS = 0x0101;
    private static final int MAGIC_COOKIE = 0x2112A442;
    private static final int HEADER_BYTES = 20;

    private final Path directory;
    private final Process process;
    private final int port;

    private TurnServer(Path directory, Process process, int port) {
        this.directory = directory;
        this.process = process;
        this.port = port;
    }

    /// Starts it, and waits until it answers.
    static TurnServer start() throws IOException {
        Path directory = Files.createTempDirectory("liveroom-turn");
        int port;
        try (DatagramSocket free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Process process = new ProcessBuilder(command(directory, port))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile())
                .directory(directory.toFile())
                .start();
        var server = new TurnServer(directory, process, port);
        server.awaitAnswer();
        return server;
    }

    private static List<String> command(Path directory, int port) {
        return List.of(
                "turnserver",
                "-n",
                "--listening-ip=127.0.0.1",
                "--listening-port=" + port,
                "--relay-ip=127.0.0.1",
                "--allow-loopback-peers",
                "--lt-cred-mech",
                "--user=ana:secret",
                "--realm=liveroom.example",
                "--no-cli",
                "--no-tls",
                "--no-dtls",
                "--no-multicast-peers",
                "--simple-log",
                "--log-file=" + directory.resolve("log"),
                "--pidfile=" + directory.resolve("pid"),
                "--userdb=" + directory.resolve("users"));
    }

    /// As the studio's settings want it.
    String setting() {
        return "turn:ana:secret@127.0.0.1:" + port + "?transport=udp";
    }

    private void awaitAnswer() throws IOException {
        byte[] request = ByteBuffer.allocate(HEADER_BYTES)
                .putShort((short) BINDING_REQUEST)
                .putShort((short) 0)
                .putInt(MAGIC_COOKIE)
                .array();
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            socket.setSoTimeout(200);
            var answer = new DatagramPacket(new byte[512], 512);
            do {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    String said = Files.readString(directory.resolve("output"));
                    close();
                    throw new IllegalStateException("coturn did not come up: " + said);
                }
                socket.send(new DatagramPacket(
                        request, request.length, new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
            } while (!answers(socket, answer));
        }
    }

    private static boolean answers(DatagramSocket socket, DatagramPacket answer) throws IOException {
        try {
            socket.receive(answer);
            return ByteBuffer.wrap(answer.getData()).getShort() == BINDING_SUCCESS;
        } catch (SocketTimeoutException _) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            try (var files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(directory);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
