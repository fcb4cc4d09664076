package liveroom.encoder;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_I;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_NONE;

import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import liveroom.capture.media.FrameBuffer;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFrame;
import liveroom.capture.source.FfmpegLibraries;
import liveroom.encoder.AccessUnit.Picture;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/// One of FFmpeg's H.264 encoders, set for low delay: no B-frames, no lookahead, a short rate buffer, a keyframe
/// with its parameter sets on request and at least every [VideoSettings#keyframeSeconds()].
final class FfmpegVideoEncoder implements VideoEncoder {
    private final VideoCandidate candidate;
    private final StudioClock clock;
    private final PacketPool pool;
    private final FrameInput input;
    private final InFlight inFlight = new InFlight();
    private final AVPacket packet;
    private final AtomicBoolean keyframeRequested = new AtomicBoolean(true);
    private final AtomicInteger requestedKbps;
    private VideoSettings settings;
    private AVCodecContext context;
    private long sent;
    private int sinceKeyframe;
    private int bitrateWaits;

    FfmpegVideoEncoder(VideoCandidate candidate, VideoSettings settings, StudioClock clock, PacketPool pool)
            throws EncoderException {
        FfmpegLibraries.quiet();
        this.candidate = candidate;
        this.settings = settings;
        this.clock = clock;
        this.pool = pool;
        this.requestedKbps = new AtomicInteger(settings.bitrateKbps());
        this.context = VideoContexts.open(candidate, settings);
        this.packet = av_packet_alloc();
        this.input = new FrameInput(settings.format(), candidate.input());
    }

    @Override
    public void encode(VideoFrame frame, PacketSink<AccessUnit> sink) throws EncoderException {
        long startedNanos = clock.nanos();
        followBitrate(sink);
        AVFrame picture = input.wrap(frame);
        picture.pts(sent);
        picture.pict_type(keyframeRequested.getAndSet(false) ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE);
        inFlight.remember(sent, frame, startedNanos, 0);
        sent++;
        sinceKeyframe++;
        FfmpegCodes.check(avcodec_send_frame(context, picture), EncoderException.Code.ENCODE_FAILED, "cannot encode");
        receive(sink);
        input.releaseConsumed();
    }

    @Override
    public void requestKeyframe() {
        keyframeRequested.set(true);
    }

    @Override
    public void requestBitrate(int bitrateKbps) {
        requestedKbps.set(Math.clamp(bitrateKbps, VideoSettings.MIN_KBPS, VideoSettings.MAX_KBPS));
    }

    @Override
    public String codec() {
        return candidate.name();
    }

    @Override
    public String description() {
        return "%s, %s at %d fps, %d kbit/s"
                .formatted(candidate.name(), settings.format(), settings.fps(), settings.bitrateKbps());
    }

    @Override
    public void close() {
        avcodec_free_context(context);
        av_packet_free(packet);
        input.close();
    }

    private void followBitrate(PacketSink<AccessUnit> sink) throws EncoderException {
        int kbps = requestedKbps.get();
        if (kbps == settings.bitrateKbps()) {
            return;
        }
        switch (candidate.bitrateChange()) {
            case LIVE -> {
                settings = settings.withBitrate(kbps);
                VideoContexts.setRate(context, settings);
            }
            case REOPEN -> {
                bitrateWaits++;
                if (keyframeRequested.get() || isKeyframeDue() || bitrateWaits >= settings.keyframeInterval()) {
                    bitrateWaits = 0;
                    settings = settings.withBitrate(kbps);
                    reopen(sink);
                }
            }
        }
    }

    private boolean isKeyframeDue() {
        return sinceKeyframe + 1 >= settings.keyframeInterval();
    }

    /// Empties the old encoder first, so that no picture is lost.
    private void reopen(PacketSink<AccessUnit> sink) throws EncoderException {
        AVCodecContext next = VideoContexts.open(candidate, settings);
        try {
            avcodec_send_frame(context, null);
            receive(sink);
        } finally {
            avcodec_free_context(context);
            context = next;
        }
        keyframeRequested.set(true);
    }

    private void receive(PacketSink<AccessUnit> sink) throws EncoderException {
        while (true) {
            int code = avcodec_receive_packet(context, packet);
            if (FfmpegCodes.wantsMore(code) || code == AVERROR_EOF()) {
                return;
            }
            FfmpegCodes.check(code, EncoderException.Code.ENCODE_FAILED, "cannot encode");
            try {
                emit(sink);
            } finally {
                av_packet_unref(packet);
            }
        }
    }

    private void emit(PacketSink<AccessUnit> sink) {
        int bytes = packet.size();
        FrameBuffer buffer = pool.tryLend(bytes);
        if (buffer == null) {
            requestKeyframe();
            return;
        }
        MemorySegment data = MemorySegment.ofAddress(packet.data().address()).reinterpret(bytes);
        MemorySegment.copy(data, 0, buffer.memory(), 0, bytes);
        boolean key = (packet.flags() & AV_PKT_FLAG_KEY) != 0;
        if (key) {
            sinceKeyframe = 0;
        }
        long number = packet.pts();
        try (AccessUnit unit = new AccessUnit(
                key ? Picture.KEYFRAME : Picture.DELTA,
                inFlight.ptsNanos(number),
                inFlight.timing(number, clock.nanos()),
                bytes,
                buffer)) {
            sink.offer(unit);
        }
    }
}
