package liveroom.encoder;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import liveroom.capture.media.FrameBuffer;
import liveroom.capture.media.FramePool;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.media.VideoFrame;
import liveroom.encoder.AccessUnit.Picture;
import liveroom.encoder.CandidateReport.Verdict;

/// Makes an encoder prove itself on a few pictures: that it opens, that a keyframe comes at the beginning and on
/// request, each with its parameter sets, and that no picture stays inside for longer than one more takes to come.
final class EncoderTrial {
    private static final int PICTURES = 6;
    private static final int REQUEST_BEFORE = 4;
    private static final int MAX_BEHIND = 1;

    private final VideoSettings settings;
    private int units;
    private int keyframes;
    private int bareKeyframes;

    private EncoderTrial(VideoSettings settings) {
        this.settings = settings;
    }

    static CandidateReport run(VideoCandidate candidate, VideoSettings settings) {
        long begun = System.nanoTime();
        PacketPool packets = PacketPool.forVideo();
        EncoderTrial trial = new EncoderTrial(settings);
        try (VideoEncoder encoder = new FfmpegVideoEncoder(candidate, settings, StudioClock.SYSTEM, packets)) {
            String fault = trial.faultOf(encoder);
            long millis = (System.nanoTime() - begun) / 1_000_000;
            return fault.isEmpty()
                    ? new CandidateReport(candidate.name(), Verdict.WORKS, "tried in " + millis + " ms")
                    : new CandidateReport(candidate.name(), Verdict.UNUSABLE, fault);
        } catch (EncoderException e) {
            Verdict verdict = switch (e.code()) {
                case NO_ENCODER -> Verdict.CANNOT_OPEN;
                case ENCODE_FAILED, DISK_FULL, CANNOT_WRITE -> Verdict.UNUSABLE;
            };
            return new CandidateReport(candidate.name(), verdict, e.getMessage());
        }
    }

    /// Empty if there is none.
    private String faultOf(VideoEncoder encoder) throws EncoderException {
        FramePool pictures = new FramePool(settings.format().bytes(), PICTURES);
        for (int i = 0; i < PICTURES; i++) {
            if (i == REQUEST_BEFORE) {
                encoder.requestKeyframe();
            }
            FrameBuffer buffer = pictures.tryLend();
            if (buffer == null) {
                return "holds pictures";
            }
            draw(buffer.memory(), settings.format(), i);
            try (VideoFrame frame = new VideoFrame(settings.format(), i, buffer)) {
                encoder.encode(frame, this::take);
            }
            if (units < i + 1 - MAX_BEHIND) {
                return "too late: %d pictures in, %d out".formatted(i + 1, units);
            }
        }
        if (bareKeyframes > 0) {
            return "keyframes without parameter sets";
        }
        return keyframes < 2 ? "no keyframe on request" : "";
    }

    private boolean take(AccessUnit unit) {
        units++;
        if (unit.picture() == Picture.KEYFRAME) {
            keyframes++;
            if (!AnnexB.isKeyframe(unit.payload())) {
                bareKeyframes++;
            }
        }
        return true;
    }

    /// A grey picture with a bar that moves.
    private static void draw(MemorySegment pixels, VideoFormat format, int number) {
        pixels.fill((byte) 0x80);
        int from = format.lumaBytes() / PICTURES * number;
        pixels.asSlice(from, format.width()).fill((byte) 0xc0);
        pixels.set(ValueLayout.JAVA_BYTE, 0, (byte) number);
    }
}
