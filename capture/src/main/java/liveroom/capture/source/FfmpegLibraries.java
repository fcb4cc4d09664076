package liveroom.capture.source;

import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;

/// FFmpeg's native libraries, and those that lead to them.
public final class FfmpegLibraries {
    private FfmpegLibraries() {}

    /// Loads what every use of FFmpeg needs. Called once, before any thread that uses FFmpeg
    /// begins. Were two threads the first at the same time, one could hold the loader and want
    /// [Pointer], the other the reverse, and both would never end.
    public static void load() {
        Loader.load(Pointer.class);
        Loader.load(avutil.class);
        Loader.load(swscale.class);
        Ffmpeg.quiet();
    }
}
