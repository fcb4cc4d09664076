package liveroom.capture.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/// A real screen: Xvfb on a display of its own, and the few words of the X protocol that paint on it.
final class XDisplay implements AutoCloseable {
    private static final int CREATE_GC = 55;
    private static final int FILL_RECTANGLE = 70;
    private static final int GET_INPUT_FOCUS = 43;

    private final Process server;
    private final String name;
    private final SocketChannel connection;
    private final int root;
    private final int firstId;
    private int ids;

    private XDisplay(Process server, String name, SocketChannel connection, int root, int firstId) {
        this.server = server;
        this.name = name;
        this.connection = connection;
        this.root = root;
        this.firstId = firstId;
    }

    static XDisplay start(int width, int height) throws IOException {
        Process server = new ProcessBuilder(
                        "Xvfb",
                        "-displayfd",
                        "1",
                        "-screen",
                        "0",
                        width + "x" + height + "x24",
                        "-nolisten",
                        "tcp",
                        "-ac")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String number = server.inputReader(StandardCharsets.UTF_8).readLine();
        assertThat(number).as("Xvfb did not start").isNotBlank();
        SocketChannel connection = SocketChannel.open(StandardProtocolFamily.UNIX);
        connection.connect(UnixDomainSocketAddress.of("/tmp/.X11-unix/X" + number.strip()));
        ByteBuffer hello = buffer(12).put((byte) 'l').put((byte) 0).putShort((short) 11);
        write(connection, hello.position(12));
        ByteBuffer head = read(connection, 8);
        assertThat(head.get(0)).as("accepted by the X server").isEqualTo((byte) 1);
        ByteBuffer setup = read(connection, 4 * (head.getShort(6) & 0xffff));
        int vendor = (setup.getShort(16) + 3) / 4 * 4;
        int formats = setup.get(21) & 0xff;
        int root = setup.getInt(32 + vendor + 8 * formats);
        return new XDisplay(server, ":" + number.strip(), connection, root, setup.getInt(4));
    }

    String name() {
        return name;
    }

    /// Paints on the root window, and returns when it is done.
    void fill(int x, int y, int width, int height, int rgb) throws IOException {
        int context = firstId + ids++;
        ByteBuffer create = buffer(20).put((byte) CREATE_GC).put((byte) 0).putShort((short) 5);
        write(connection, create.putInt(context).putInt(root).putInt(4).putInt(rgb));
        ByteBuffer fill = buffer(20).put((byte) FILL_RECTANGLE).put((byte) 0).putShort((short) 5);
        fill.putInt(root).putInt(context).putShort((short) x).putShort((short) y);
        write(connection, fill.putShort((short) width).putShort((short) height));
        write(connection, buffer(4).put((byte) GET_INPUT_FOCUS).put((byte) 0).putShort((short) 1));
        read(connection, 32);
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void write(SocketChannel to, ByteBuffer bytes) throws IOException {
        bytes.flip();
        while (bytes.hasRemaining()) {
            to.write(bytes);
        }
    }

    private static ByteBuffer read(SocketChannel from, int count) throws IOException {
        ByteBuffer bytes = buffer(count);
        while (bytes.hasRemaining()) {
            assertThat(from.read(bytes)).as("the X server is there").isGreaterThanOrEqualTo(0);
        }
        return bytes.flip();
    }

    /// The screen is gone, as if its cable had been pulled.
    @Override
    public void close() throws IOException {
        connection.close();
        server.destroy();
        try {
            assertThat(server.waitFor(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
