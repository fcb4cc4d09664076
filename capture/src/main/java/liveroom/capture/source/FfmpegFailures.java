package liveroom.capture.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liveroom.capture.CaptureException;
import liveroom.capture.CaptureException.Code;

/// FFmpeg's errors in our terms.
final class FfmpegFailures {
    private static final Pattern ERROR = Pattern.compile("error (-?\\d+)");

    private FfmpegFailures() {}

    /// Makes a grabber's exception one of ours. The grabber gives the return code within its text.
    static CaptureException of(String what, Exception e) {
        String text = String.valueOf(e.getMessage());
        Matcher matcher = ERROR.matcher(text);
        if (matcher.find()) {
            int code = Integer.parseInt(matcher.group(1));
            return new CaptureException(code(code), what + ": " + FfmpegLibraries.words(code), e);
        }
        if (text.contains("Could not find input format")) {
            return new CaptureException(
                    Code.MISSING, what + ": this system lacks the library that FFmpeg needs for it", e);
        }
        int hint = text.indexOf(" (For more details");
        return new CaptureException(Code.UNREADABLE, what + ": " + (hint < 0 ? text : text.substring(0, hint)), e);
    }

    /// FFmpeg's `pulse` returns PulseAudio's own numbers as if they were `errno` values.
    static CaptureException ofPulse(String what, CaptureException e) {
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
