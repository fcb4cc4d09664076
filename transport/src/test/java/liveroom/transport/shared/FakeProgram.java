package liveroom.transport.shared;

import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import liveroom.capture.media.FrameBuffer;
import liveroom.capture.media.VideoFormat;
import liveroom.encoder.AccessUnit;
import liveroom.encoder.EncodedProgram;
import liveroom.encoder.OpusPacket;
import liveroom.encoder.PacketPool;
import liveroom.encoder.PacketSink;
import liveroom.encoder.PacketTiming;
import liveroom.encoder.Rung;

/// A program that was never encoded: packets of the right sizes at the right times, a keyframe where one is
/// asked for, at most one a second for each rung.
final class FakeProgram implements EncodedProgram {
    static final long SECOND = 1_000_000_000L;
    /// Captured so long before its place on the timeline.
    static final long PICTURE_LAG = 20_000_000;

    static final long SOUND_LAG = 35_000_000;
    /// Without a request.
    private static final long KEYFRAMES_APART = 10 * SECOND;

    private static final int OPUS_BYTES = 160;
    private static final int KEYFRAME_SHARE = 4;
    /// One frame of 10 ms, stereo, full band (RFC 6716 section 3.1).
    private static final byte OPUS_KIND = (byte) 0xF4;

    final Map<Integer, Integer> keyframeRequests = new HashMap<>();
    private final List<Rung> rungs = List.of(
            new Rung(0, new VideoFormat(1280, 720), 2500),
            new Rung(1, new VideoFormat(960, 540), 1200),
            new Rung(2, new VideoFormat(640, 360), 600),
            new Rung(3, new VideoFormat(320, 180), 200));
    private final Map<Integer, List<PacketSink<AccessUnit>>> video = new HashMap<>();
    private final List<PacketSink<OpusPacket>> audio = new ArrayList<>();
    private final Map<Integer, Boolean> wanted = new HashMap<>();
    private final Map<Integer, Long> keyframes = new HashMap<>();
    private final PacketPool pool = PacketPool.forVideo();

    @Override
    public List<Rung> rungs() {
        return rungs;
    }

    @Override
    public void addVideo(Rung rung, PacketSink<AccessUnit> sink) {
        video.computeIfAbsent(rung.index(), _ -> new ArrayList<>()).add(sink);
        wanted.put(rung.index(), true);
        keyframes.remove(rung.index());
    }

    @Override
    public void removeVideo(Rung rung, PacketSink<AccessUnit> sink) {
        Objects.requireNonNull(video.get(rung.index())).remove(sink);
    }

    @Override
    public void addAudio(PacketSink<OpusPacket> sink) {
        audio.add(sink);
    }

    @Override
    public void removeAudio(PacketSink<OpusPacket> sink) {
        audio.remove(sink);
    }

    @Override
    public void requestKeyframe(Rung rung) {
        keyframeRequests.merge(rung.index(), 1, Integer::sum);
        wanted.put(rung.index(), true);
    }

    /// Whether this rung is encoded.
    boolean isEncoded(int rung) {
        return !video.getOrDefault(rung, List.of()).isEmpty();
    }

    boolean isSoundEncoded() {
        return !audio.isEmpty();
    }

    /// One picture of each rung that is needed, of the same instant.
    void picture(long ptsNanos) {
        for (Rung rung : rungs) {
            if (!isEncoded(rung.index())) {
                continue;
            }
            long since = ptsNanos - keyframes.getOrDefault(rung.index(), ptsNanos - KEYFRAMES_APART);
            boolean keyframe =
                    since >= KEYFRAMES_APART || (wanted.getOrDefault(rung.index(), false) && since >= SECOND);
            int bytes = rung.kbps() * 1000 / 8 / 30;
            if (keyframe) {
                keyframes.put(rung.index(), ptsNanos);
                wanted.put(rung.index(), false);
            }
            emit(rung, ptsNanos, keyframe ? bytes * KEYFRAME_SHARE : bytes * 9 / 10, keyframe);
        }
    }

    private void emit(Rung rung, long ptsNanos, int bytes, boolean keyframe) {
        FrameBuffer buffer = Objects.requireNonNull(pool.tryLend(bytes));
        AccessUnit.Picture kind = keyframe ? AccessUnit.Picture.KEYFRAME : AccessUnit.Picture.DELTA;
        PacketTiming timing = new PacketTiming(ptsNanos - PICTURE_LAG, ptsNanos, ptsNanos, ptsNanos);
        try (AccessUnit unit = new AccessUnit(kind, ptsNanos, timing, bytes, buffer)) {
            List.copyOf(Objects.requireNonNull(video.get(rung.index()))).forEach(sink -> sink.offer(unit));
        }
    }

    /// Ten milliseconds of sound.
    void sound(long ptsNanos) {
        FrameBuffer buffer = Objects.requireNonNull(pool.tryLend(OPUS_BYTES));
        buffer.memory().set(ValueLayout.JAVA_BYTE, 0, OPUS_KIND);
        PacketTiming timing = new PacketTiming(ptsNanos - SOUND_LAG, ptsNanos, ptsNanos, ptsNanos);
        try (OpusPacket packet = new OpusPacket(480, ptsNanos, timing, OPUS_BYTES, buffer)) {
            List.copyOf(audio).forEach(sink -> sink.offer(packet));
        }
    }
}
