package liveroom.encoder.recording;

import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import liveroom.capture.media.VideoFormat;
import liveroom.encoder.ProgramEncoder;
import liveroom.encoder.ProgramFeed;
import liveroom.encoder.SyntheticProgram;

/// A process that records in real time until it is killed, and says each time how far it has come.
final class RecordingChild {
    private RecordingChild() {}

    public static void main(String[] arguments) throws Exception {
        VideoFormat format = new VideoFormat(320, 180);
        Recording recording = Recording.start(Path.of(arguments[0]), format);
        ProgramEncoder encoder = new ProgramEncoder(format, ProgramFeed.FPS, 500, System::nanoTime);
        encoder.addRecording(recording.video());
        encoder.addAudio(recording.audio());
        ProgramFeed feed = new ProgramFeed(encoder, format, 600_000_000L);
        long begun = System.nanoTime();
        for (int i = 0; true; i++) {
            long due = begun + i * SyntheticProgram.SECOND / ProgramFeed.FPS;
            LockSupport.parkNanos(due - System.nanoTime());
            feed.step();
            System.out.println(recording.state().duration().toMillis());
        }
    }
}
