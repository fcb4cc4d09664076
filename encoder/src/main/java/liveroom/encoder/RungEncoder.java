package liveroom.encoder;

import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFrame;
import liveroom.encoder.AccessUnit.Picture;
import org.jspecify.annotations.Nullable;

/// Encodes one rung: makes the program's picture smaller if the rung is, and keyframes where they are asked for.
/// Confined to the rung's encoder thread.
final class RungEncoder implements Encoder<VideoFrame, AccessUnit> {
    private final VideoEncoder encoder;
    private final @Nullable RungScaler scaler;
    private final RungKeyframes keyframes;
    private final StudioClock clock;
    private final PacketSink<AccessUnit> watched = this::pass;
    private PacketSink<AccessUnit> sink = _ -> false;

    /// Owns `encoder` and `scaler`.
    ///
    /// @param scaler `null` if the rung has the program's own size
    RungEncoder(VideoEncoder encoder, @Nullable RungScaler scaler, RungKeyframes keyframes, StudioClock clock) {
        this.encoder = encoder;
        this.scaler = scaler;
        this.keyframes = keyframes;
        this.clock = clock;
    }

    @Override
    public void encode(VideoFrame frame, PacketSink<AccessUnit> target) throws EncoderException {
        sink = target;
        if (keyframes.isNext(clock.nanos())) {
            encoder.requestKeyframe();
        }
        if (scaler == null) {
            encoder.encode(frame, watched);
            return;
        }
        try (VideoFrame scaled = scaler.scale(frame)) {
            encoder.encode(scaled, watched);
        }
    }

    @Override
    public String codec() {
        return encoder.codec();
    }

    @Override
    public String description() {
        return encoder.description();
    }

    @Override
    public void close() {
        encoder.close();
        if (scaler != null) {
            scaler.close();
        }
    }

    private boolean pass(AccessUnit unit) {
        if (unit.picture() == Picture.KEYFRAME) {
            keyframes.came(unit.timing().encodeStartedNanos());
        }
        return sink.offer(unit);
    }
}
