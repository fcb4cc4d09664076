package liveroom.encoder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import liveroom.capture.media.StudioClock;
import liveroom.encoder.CandidateReport.Verdict;

/// Finds the best H.264 encoder that really works on this machine: hardware first, then libx264, then libopenh264.
/// Each is opened and made to encode a few pictures; the first that passes is remembered. Free-threaded; takes up to a
/// few hundred milliseconds the first time.
public final class EncoderChoice {
    private final List<VideoCandidate> candidates;
    private final Map<String, CandidateReport> reports = new LinkedHashMap<>();

    EncoderChoice(List<VideoCandidate> candidates) {
        this.candidates = candidates;
    }

    /// The encoders that may exist on this kind of system.
    public static EncoderChoice ofThisSystem() {
        return new EncoderChoice(VideoCandidate.ofSystem(System.getProperty("os.name", "")));
    }

    /// Opens the first encoder that works.
    ///
    /// @throws EncoderException `NO_ENCODER`, with a line for each that was tried
    public synchronized VideoEncoder open(VideoSettings settings, StudioClock clock, PacketPool pool)
            throws EncoderException {
        for (VideoCandidate candidate : candidates) {
            if (verdict(candidate, settings) == Verdict.WORKS) {
                try {
                    return new FfmpegVideoEncoder(candidate, settings, clock, pool);
                } catch (EncoderException e) {
                    report(candidate, Verdict.CANNOT_OPEN, e.getMessage());
                }
            }
        }
        throw new EncoderException(EncoderException.Code.NO_ENCODER, text());
    }

    /// Passes over an encoder from now on, because it failed in use.
    public synchronized void reject(String encoder, String reason) {
        reports.put(encoder, new CandidateReport(encoder, Verdict.FAILED, reason));
    }

    /// Lets every encoder be tried again.
    public synchronized void forget() {
        reports.clear();
    }

    /// Tries every candidate, also those behind the first that works.
    public synchronized List<CandidateReport> examine(VideoSettings settings) {
        candidates.forEach(candidate -> verdict(candidate, settings));
        return reports();
    }

    /// One for each candidate, in the order of preference.
    public synchronized List<CandidateReport> reports() {
        List<CandidateReport> all = new ArrayList<>();
        for (VideoCandidate candidate : candidates) {
            all.add(reports.getOrDefault(
                    candidate.name(), new CandidateReport(candidate.name(), Verdict.NOT_TRIED, "")));
        }
        return List.copyOf(all);
    }

    /// Which one was taken and why, in one line.
    public String text() {
        List<CandidateReport> seen = reports().stream()
                .filter(report -> report.verdict() != Verdict.NOT_TRIED)
                .toList();
        return seen.stream().map(CandidateReport::text).collect(Collectors.joining("; "));
    }

    private Verdict verdict(VideoCandidate candidate, VideoSettings settings) {
        CandidateReport known = reports.get(candidate.name());
        if (known != null) {
            return known.verdict();
        }
        if (!candidate.leftOut().isEmpty()) {
            return report(candidate, Verdict.LEFT_OUT, candidate.leftOut());
        }
        CandidateReport trial = EncoderTrial.run(candidate, settings);
        return report(candidate, trial.verdict(), trial.detail());
    }

    private Verdict report(VideoCandidate candidate, Verdict verdict, String detail) {
        reports.put(candidate.name(), new CandidateReport(candidate.name(), verdict, detail));
        return verdict;
    }
}
