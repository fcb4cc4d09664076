package liveroom.capture.source;

import java.nio.file.Files;
import java.nio.file.Path;
import liveroom.capture.CaptureException;
import liveroom.capture.CaptureException.Code;

/// Says in words what a file lacks.
final class MediaFileCheck {
    private MediaFileCheck() {}

    static void readable(Path path) throws CaptureException {
        if (!Files.exists(path)) {
            throw new CaptureException(Code.MISSING, path + ": no such file");
        }
        if (Files.isDirectory(path)) {
            throw new CaptureException(Code.UNREADABLE, path + ": this is a folder");
        }
        if (!Files.isReadable(path)) {
            throw new CaptureException(Code.DENIED, path + ": reading it is not allowed");
        }
    }

    /// Whether there is a moving picture; if not, the outlet says so.
    static boolean picture(Path path, FfmpegInput input, VideoOutlet outlet) {
        if (isStill(input.format())) {
            outlet.fail(new CaptureException(Code.NO_SUCH_STREAM, path + ": a still picture, not a film"));
            return false;
        }
        if (!input.hasVideo()) {
            outlet.fail(new CaptureException(Code.NO_SUCH_STREAM, path + ": there is no picture in it"));
            return false;
        }
        return true;
    }

    static boolean sound(Path path, FfmpegInput input, AudioOutlet outlet) {
        if (!input.hasAudio()) {
            outlet.fail(new CaptureException(Code.NO_SUCH_STREAM, path + ": there is no sound in it"));
            return false;
        }
        return true;
    }

    static CaptureException nothingWanted(Path path, Outputs outputs) {
        return outputs.video() != null && outputs.video().status() instanceof SourceStatus.Failed failed
                ? new CaptureException(failed.code(), failed.detail())
                : new CaptureException(Code.NO_SUCH_STREAM, path + ": there is no sound in it");
    }

    private static boolean isStill(String format) {
        return format.contains("image2") || format.endsWith("_pipe");
    }
}
