package liveroom.transport;

import liveroom.capture.media.AudioFrame;
import liveroom.capture.media.FanOut;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFrame;
import liveroom.encoder.EncoderStatus;
import liveroom.encoder.ProgramEncoder;
import liveroom.transport.shared.TrackEncoders;

/// An open room with a shared lane, live, with a small program that is encoded once.
final class SharedRoom implements AutoCloseable {
    static final int KBPS = 300;
    final ProgramEncoder encoded = new ProgramEncoder(ProgramFeed.FORMAT, 30, KBPS, StudioClock.SYSTEM);
    final Room room;
    final WhepClient whep;
    private final ProgramFeed feed;

    SharedRoom() throws TransportException {
        this(TrackEncoders.ofThisMachine());
    }

    /// A room with so many encoders for tracks.
    SharedRoom(TrackEncoders encoders) throws TransportException {
        this(encoders, FurtherConnections.MOST);
    }

    /// A room with so many further connections, too.
    SharedRoom(TrackEncoders encoders, int further) throws TransportException {
        room = new Room(TestRoom.settings(8, 0), StudioClock.SYSTEM, encoded, encoders, further);
        room.open();
        room.goLive();
        FanOut<VideoFrame> pictures = new FanOut<>();
        pictures.add(encoded.video());
        pictures.add(room.videoSink());
        FanOut<AudioFrame> sound = new FanOut<>();
        sound.add(encoded.audio());
        sound.add(room.audioSink());
        feed = new ProgramFeed(pictures, sound);
        whep = new WhepClient(room.port(), TestRoom.KEY);
    }

    FakeViewer join() throws Exception {
        FakeViewer viewer = new FakeViewer(FakeViewer.Media.OPENED);
        viewer.join(whep);
        return viewer;
    }

    /// Whether an encoder is open.
    boolean isEncoding() {
        return !(encoded.videoStatus() instanceof EncoderStatus.Idle
                && encoded.audioStatus() instanceof EncoderStatus.Idle);
    }

    ViewerSnapshot onlyViewer() {
        return room.viewers().getFirst();
    }

    @Override
    public void close() {
        feed.close();
        room.close();
        encoded.close();
    }
}
