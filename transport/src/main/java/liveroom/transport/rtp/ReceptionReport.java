package liveroom.transport.rtp;

/// A reception report block (RFC 3550 section 6.4.1), as a viewer of the shared lane sends it.
///
/// @param fractionLost of the packets since the last report, in 256ths
/// @param lost since the stream began; negative if more came than were expected
/// @param highest extended highest sequence number
/// @param jitter in units of the RTP timestamp
/// @param lsr middle 32 bits of the last sender report's NTP time; 0 if there was none
/// @param dlsr since that report came, in 1/65536 s
/// @param received packets since the stream began
public record ReceptionReport(
        int ssrc, int fractionLost, int lost, int highest, int jitter, int lsr, int dlsr, long received) {
    private static final double UNITS_PER_MILLI = 65.536;

    /// Share of packets that were lost since the last report, 0 to 1.
    public double lostShare() {
        return Math.clamp(fractionLost, 0, 255) / 256.0;
    }

    /// The round trip by way of the sender report that the block answers (RFC 3550 section 6.4.1, figure 2);
    /// NaN if there was none, or if it makes no sense.
    ///
    /// @param nowNtp when the block came
    public double roundTripMillis(long nowNtp) {
        int units = NtpTime.middle(nowNtp) - lsr - dlsr;
        return lsr == 0 || units < 0 ? Double.NaN : units / UNITS_PER_MILLI;
    }
}
