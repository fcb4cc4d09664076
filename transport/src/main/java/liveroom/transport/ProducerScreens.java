package liveroom.transport;

import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import liveroom.capture.media.FrameTap;
import liveroom.capture.media.VideoFrame;
import liveroom.transport.http.HttpAnswer;
import liveroom.transport.http.HttpRequest;
import liveroom.transport.peer.PeerFactory;

/// What producers watch: the program, as viewers get it, and the preview, by WHEP at addresses of their own. They are
/// none of the room's viewers, are let in before the show, too, and stay after it. Free-threaded.
final class ProducerScreens {
    /// As many as may listen to the desk.
    private static final int MOST = 24;
    private static final String PROGRAM = "program";
    private static final String PREVIEW = "preview";
    private static final int PREVIEW_KBPS = 900;
    private static final double PREVIEW_WIDTH = 640;

    private final Viewers program;
    private final Viewers preview;
    private final WhepEndpoint programDoor;
    private final WhepEndpoint previewDoor;

    /// What the room has for them.
    ///
    /// @param lanes by which viewers are served
    /// @param room the thread `room`
    record Studio(
            RoomSettings settings, PeerFactory factory, ViewerLane.Services lanes, ScheduledExecutorService room) {}

    /// @param gate lets producers in
    ProducerScreens(Studio studio, FrameTap<VideoFrame> previewed, Gate gate) {
        RoomSettings settings = studio.settings();
        double smaller = Math.max(1, settings.format().width() / PREVIEW_WIDTH);
        int kbps = Math.min(PREVIEW_KBPS, settings.bitrateKbps());
        program = new Viewers(studio.room(), studio.factory(), studio.lanes(), settings.title());
        preview = new Viewers(
                studio.room(),
                studio.factory().ofPictures(previewed, kbps, smaller),
                studio.lanes().byTracksAlone(),
                settings.title());
        programDoor = door(PROGRAM, program, settings, gate);
        previewDoor = door(PREVIEW, preview, settings, gate);
    }

    private static WhepEndpoint door(String name, Viewers who, RoomSettings settings, Gate gate) {
        Reception reception = new Reception(who, () -> RoomState.LIVE, _ -> who.count() >= MOST, MOST);
        return new WhepEndpoint(new WhepEndpoint.Place("/control/whep/", name), settings, reception, gate);
    }

    /// @param path what follows `/control/whep`
    HttpAnswer answer(HttpRequest request, List<String> path) {
        return switch (path.isEmpty() ? "" : path.getFirst()) {
            case PROGRAM -> programDoor.answer(request, path);
            case PREVIEW -> previewDoor.answer(request, path);
            default -> HttpAnswer.refusal(404, "There is no such address.");
        };
    }

    /// Done once a second, on the thread `room`.
    void tick() {
        program.tick();
        preview.tick();
    }

    /// Cuts everybody off, on the thread `room`.
    void freeAll() {
        program.freeAll();
        preview.freeAll();
    }

    /// Cuts everybody off.
    void end() {
        program.onRoom(this::freeAll);
    }
}
