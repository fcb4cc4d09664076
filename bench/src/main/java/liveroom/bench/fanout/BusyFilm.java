package liveroom.bench.fanout;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.ffmpeg.ffmpeg;
import org.bytedeco.javacpp.Loader;

/// A film of which every picture takes all the bits there are: the studio's own test picture is so easy that it takes
/// a tenth of them, which would flatter every figure.
public final class BusyFilm {
    private BusyFilm() {}

    /// Makes four seconds of it without sound, 1280x720 at 30 pictures a second, for the studio to play in a loop.
    public static void make(Path file) throws IOException, InterruptedException {
        List<String> command = List.of(
                Loader.load(ffmpeg.class),
                "-v",
                "error",
                "-y",
                "-f",
                "lavfi",
                "-i",
                "testsrc2=s=1280x720:r=30,noise=alls=8:allf=t",
                "-t",
                "4",
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-crf",
                "28",
                "-tune",
                "fastdecode",
                "-pix_fmt",
                "yuv420p",
                file.toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("FFmpeg cannot make " + file);
        }
    }
}
