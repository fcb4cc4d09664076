package liveroom.transport;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import liveroom.capture.media.StudioClock;
import liveroom.transport.peer.IceServer;

/// An open room on a free port of this computer, live, with a small program.
final class TestRoom implements AutoCloseable {
    static final String KEY = "kkkkkkkkkkkkkkkkkkkkkk";
    static final int MAX_PER_ADDRESS = 2;
    final Room room;
    final ProgramFeed feed;
    final WhepClient whep;

    TestRoom() throws TransportException {
        this(8);
    }

    TestRoom(int maxViewers) throws TransportException {
        this(settings(maxViewers, 0));
    }

    TestRoom(RoomSettings settings) throws TransportException {
        room = new Room(settings, StudioClock.SYSTEM);
        room.open();
        room.goLive();
        feed = new ProgramFeed(room);
        whep = new WhepClient(room.port(), KEY);
    }

    static RoomSettings settings(int maxViewers, int port) {
        return settings(maxViewers, port, List.of());
    }

    static RoomSettings settings(int maxViewers, int port, List<IceServer> iceServers) {
        return new RoomSettings(
                "main",
                KEY,
                "A room",
                InetAddress.getLoopbackAddress(),
                port,
                maxViewers,
                MAX_PER_ADDRESS,
                iceServers,
                500,
                30,
                ProgramFeed.FORMAT,
                TestRoom::file);
    }

    private static Optional<StaticFiles.StaticFile> file(String path) {
        return switch (path) {
            case "index.html" -> Optional.of(StaticFiles.StaticFile.of(bytes("<p>page</p>"), "text/html"));
            case "lanes/track.js" -> Optional.of(StaticFiles.StaticFile.of(bytes("x"), "text/javascript"));
            default -> Optional.empty();
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    FakeViewer join() throws Exception {
        FakeViewer viewer = new FakeViewer();
        viewer.join(whep);
        return viewer;
    }

    ViewerSnapshot onlyViewer() {
        return room.viewers().getFirst();
    }

    @Override
    public void close() {
        feed.close();
        room.close();
    }
}
