package liveroom.encoder;

/// How one video encoder fared on this machine.
///
/// @param encoder FFmpeg's name of it
/// @param detail why, in words; FFmpeg's own where it spoke
public record CandidateReport(String encoder, Verdict verdict, String detail) {
    public enum Verdict {
        /// Encoded a few pictures as it should.
        WORKS,
        CANNOT_OPEN,
        /// Opened, but what came out is of no use: no keyframe with parameter sets, or too late.
        UNUSABLE,
        /// Worked at first, and then failed while it was needed.
        FAILED,
        LEFT_OUT,
        /// An earlier one works.
        NOT_TRIED
    }

    /// One line for people.
    public String text() {
        return encoder + ": "
                + switch (verdict) {
                    case WORKS -> "works";
                    case CANNOT_OPEN -> "cannot open";
                    case UNUSABLE -> "unusable";
                    case FAILED -> "failed";
                    case LEFT_OUT -> "left out";
                    case NOT_TRIED -> "not tried";
                }
                + (detail.isEmpty() ? "" : ": " + detail);
    }
}
