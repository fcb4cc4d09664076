package liveroom.transport;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A network between a viewer and the studio that can be cut: the viewer knows the relay's address only.
final class UdpRelay implements AutoCloseable {
    private final DatagramSocket viewerSide;
    private final DatagramSocket studioSide;
    private final Thread toStudio;
    private final Thread toViewer;
    private volatile @Nullable SocketAddress viewer;
    private volatile @Nullable SocketAddress studio;
    private volatile boolean cut;

    private UdpRelay(InetAddress address) throws IOException {
        viewerSide = new DatagramSocket(0, address);
        studioSide = new DatagramSocket(0, address);
        toStudio = Thread.ofVirtual().start(() -> pump(viewerSide, studioSide, Way.TO_STUDIO));
        toViewer = Thread.ofVirtual().start(() -> pump(studioSide, viewerSide, Way.TO_VIEWER));
    }

    /// A network to this studio.
    static UdpRelay to(WhepClient studio) throws Exception {
        return new UdpRelay(addressOf(studio));
    }

    /// Where the studio's peer connections are: the address of the first IPv4 candidate over UDP.
    static InetAddress addressOf(WhepClient studio) throws Exception {
        try (FakeViewer probe = new FakeViewer()) {
            var answer = studio.offer(probe.offer());
            studio.delete(answer.headers().firstValue("Location").orElseThrow());
            return InetAddress.getByName(candidate(answer.body())[4]);
        }
    }

    private static String[] candidate(String answer) {
        return answer.lines()
                .filter(line -> line.startsWith("a=candidate:") && line.contains(" udp ") && line.contains("."))
                .findFirst()
                .orElseThrow()
                .split(" ", -1);
    }

    void cut() {
        cut = true;
    }

    void mend() {
        cut = false;
    }

    /// The answer, with the relay for its only candidate.
    String through(String answer) {
        String[] candidate = candidate(answer);
        studio = new InetSocketAddress(candidate[4], Integer.parseInt(candidate[5]));
        candidate[5] = Integer.toString(viewerSide.getLocalPort());
        String relayed = String.join(" ", candidate);
        return Sdp.withoutCandidates(answer)
                .lines()
                .map(line -> line.equals("a=mid:0") ? line + "\r\n" + relayed : line)
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private enum Way {
        TO_STUDIO,
        TO_VIEWER
    }

    private void pump(DatagramSocket from, DatagramSocket into, Way way) {
        DatagramPacket packet = new DatagramPacket(new byte[2048], 2048);
        try {
            while (true) {
                packet.setLength(2048);
                from.receive(packet);
                if (way == Way.TO_STUDIO) {
                    viewer = packet.getSocketAddress();
                }
                SocketAddress target = way == Way.TO_STUDIO ? studio : viewer;
                if (!cut && target != null) {
                    into.send(new DatagramPacket(packet.getData(), packet.getLength(), target));
                }
            }
        } catch (IOException _) {
            // closed
        }
    }

    @Override
    public void close() throws InterruptedException {
        viewerSide.close();
        studioSide.close();
        toStudio.join();
        toViewer.join();
    }
}
