package liveroom.capture.source;

import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liveroom.capture.CaptureException;
import liveroom.capture.CaptureException.Code;

/// What all uses of FFmpeg in this package share: its silence on standard error, and its errors in our terms.
final class Ffmpeg {
    private static final Pattern ERROR = Pattern.compile("error (-?\\d+)");
    private static final int MESSAGE_BYTES = 256;

    static {
        av_log_set_level(AV_LOG_QUIET);
    }

    private Ffmpeg() {}

    /// FFmpeg writes nothing to standard error from now on. Every error that matters comes back as a return code.
    static void quiet() {
        // Done once, when this class is loaded.
    }

    /// FFmpeg's own words for a return code.
    static String words(int code) {
        byte[] message = new byte[MESSAGE_BYTES];
        av_strerror(code, message, MESSAGE_BYTES);
        int length = 0;
        while (message[length] != 0) {
            length++;
        }
        return new String(message, 0, length, StandardCharsets.UTF_8);
    }

    /// Makes a grabber's exception one of ours. The grabber gives the return code within its text.
    static CaptureException failure(String what, Exception e) {
        String text = String.valueOf(e.getMessage());
        Matcher matcher = ERROR.matcher(text);
        if (matcher.find()) {
            int code = Integer.parseInt(matcher.group(1));
            return new CaptureException(code(code), what + ": " + words(code), e);
        }
        if (text.contains("Could not find input format")) {
            return new CaptureException(
                    Code.MISSING, what + ": this system lacks the library that FFmpeg needs for it", e);
        }
        int hint = text.indexOf(" (For more details");
        return new CaptureException(Code.UNREADABLE, what + ": " + (hint < 0 ? text : text.substring(0, hint)), e);
    }

    /// FFmpeg's `pulse` returns PulseAudio's own numbers as if they were `errno` values.
    static CaptureException pulseFailure(String what, CaptureException e) {
        Matcher matcher = ERROR.matcher(
                e.getCause() == null ? "" : String.valueOf(e.getCause().getMessage()));
        int number = matcher.find() ? -Integer.parseInt(matcher.group(1)) : 0;
        return switch (number) {
            case 1 -> new CaptureException(Code.DENIED, what + ": PulseAudio: Access denied", e);
            case 3, 6 -> new CaptureException(Code.MISSING, what + ": PulseAudio: Connection refused", e);
            case 5 -> new CaptureException(Code.MISSING, what + ": PulseAudio: No such entity", e);
            case 8 -> new CaptureException(Code.BUSY, what + ": PulseAudio: Timeout", e);
            default -> e;
        };
    }

    /// Return codes are negated `errno` values, the same on all systems for those below.
    static Code code(int ffmpegError) {
        return switch (-ffmpegError) {
            case 2, 6, 19, 111, 61 -> Code.MISSING; // ENOENT, ENXIO, ENODEV, ECONNREFUSED (Linux, macOS)
            case 16, 11, 35 -> Code.BUSY; // EBUSY, EAGAIN (Linux, macOS)
            case 1, 13 -> Code.DENIED; // EPERM, EACCES
            case 5, 32, 104 -> Code.LOST; // EIO, EPIPE, ECONNRESET
            default -> Code.UNREADABLE;
        };
    }
}
