package liveroom.encoder;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;

import java.lang.foreign.MemorySegment;
import java.util.Map;
import liveroom.capture.media.AudioFormat;
import liveroom.capture.media.AudioFrame;
import liveroom.capture.media.FrameBuffer;
import liveroom.capture.media.StudioClock;
import liveroom.capture.source.FfmpegLibraries;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/// Opus by libopus, in its low-delay mode (CELT). What a decoder makes of a packet lags behind what went in by
/// [OpusPacket#LOOKAHEAD_FRAMES]; the packet's time is earlier by as much, so that the sound is heard at its own time.
final class FfmpegAudioEncoder implements AudioEncoder {
    private static final String CODEC = "libopus";
    private static final long GAP_NANOS = 1_000_000;

    private final AudioSettings settings;
    private final StudioClock clock;
    private final PacketPool pool;
    private final AVCodecContext context;
    private final AVFrame packetSound;
    private final AVPacket packet;
    private final InFlight inFlight = new InFlight();
    private int filled;
    private long expectedPtsNanos;
    private long sent;
    private long received;

    FfmpegAudioEncoder(AudioSettings settings, StudioClock clock, PacketPool pool) throws EncoderException {
        FfmpegLibraries.quiet();
        this.settings = settings;
        this.clock = clock;
        this.pool = pool;
        this.context = open(settings);
        this.packet = av_packet_alloc();
        this.packetSound = av_frame_alloc();
        packetSound.nb_samples(settings.packetLength().frames());
        packetSound.format(AV_SAMPLE_FMT_FLT);
        packetSound.sample_rate(AudioFormat.SAMPLE_RATE_HZ);
        av_channel_layout_default(packetSound.ch_layout(), AudioFormat.CHANNELS);
        if (av_frame_get_buffer(packetSound, 0) < 0) {
            close();
            throw new EncoderException(EncoderException.Code.ENCODE_FAILED, CODEC + ": no memory for one packet");
        }
    }

    @Override
    public void encode(AudioFrame block, PacketSink<OpusPacket> sink) throws EncoderException {
        long startedNanos = clock.nanos();
        if (Math.abs(block.ptsNanos() - expectedPtsNanos) > GAP_NANOS) {
            filled = 0; // a block is missing: what waits for its other half would be heard at the wrong time
        }
        expectedPtsNanos = block.ptsNanos() + AudioFormat.framesToNanos(block.frames());
        int taken = 0;
        while (taken < block.frames()) {
            if (filled == 0) {
                inFlight.remember(
                        sent, block, startedNanos, AudioFormat.framesToNanos(taken - OpusPacket.LOOKAHEAD_FRAMES));
                FfmpegCodes.check(av_frame_make_writable(packetSound), EncoderException.Code.ENCODE_FAILED, CODEC);
            }
            taken += fill(block, taken);
            if (filled == settings.packetLength().frames()) {
                filled = 0;
                packetSound.pts(sent * settings.packetLength().frames());
                sent++;
                FfmpegCodes.check(avcodec_send_frame(context, packetSound), EncoderException.Code.ENCODE_FAILED, CODEC);
                receive(sink);
            }
        }
    }

    @Override
    public String codec() {
        return CODEC;
    }

    @Override
    public String description() {
        return "%s, %d kbit/s".formatted(CODEC, settings.bitrateKbps());
    }

    @Override
    public void close() {
        avcodec_free_context(context);
        av_frame_free(packetSound);
        av_packet_free(packet);
    }

    private int fill(AudioFrame block, int from) {
        int frames = Math.min(block.frames() - from, settings.packetLength().frames() - filled);
        long bytes = (long) frames * AudioFormat.BYTES_PER_FRAME;
        long at = (long) filled * AudioFormat.BYTES_PER_FRAME;
        MemorySegment target =
                MemorySegment.ofAddress(packetSound.data(0).address()).reinterpret(at + bytes);
        MemorySegment.copy(block.samples(), (long) from * AudioFormat.BYTES_PER_FRAME, target, at, bytes);
        filled += frames;
        return frames;
    }

    private void receive(PacketSink<OpusPacket> sink) throws EncoderException {
        while (true) {
            int code = avcodec_receive_packet(context, packet);
            if (FfmpegCodes.wantsMore(code)) {
                return;
            }
            FfmpegCodes.check(code, EncoderException.Code.ENCODE_FAILED, CODEC);
            try {
                emit(sink);
            } finally {
                av_packet_unref(packet);
            }
        }
    }

    private void emit(PacketSink<OpusPacket> sink) {
        long number = received++;
        int bytes = packet.size();
        FrameBuffer buffer = pool.tryLend(bytes);
        if (buffer == null) {
            return;
        }
        MemorySegment data = MemorySegment.ofAddress(packet.data().address()).reinterpret(bytes);
        MemorySegment.copy(data, 0, buffer.memory(), 0, bytes);
        try (OpusPacket opus = new OpusPacket(
                settings.packetLength().frames(),
                inFlight.ptsNanos(number),
                inFlight.timing(number, clock.nanos()),
                bytes,
                buffer)) {
            sink.offer(opus);
        }
    }

    private static AVCodecContext open(AudioSettings settings) throws EncoderException {
        AVCodec codec = avcodec_find_encoder_by_name(CODEC);
        if (codec == null) {
            throw new EncoderException(EncoderException.Code.NO_ENCODER, CODEC + ": not part of this FFmpeg");
        }
        AVCodecContext context = avcodec_alloc_context3(codec);
        context.sample_fmt(AV_SAMPLE_FMT_FLT);
        context.sample_rate(AudioFormat.SAMPLE_RATE_HZ);
        context.time_base(av_make_q(1, AudioFormat.SAMPLE_RATE_HZ));
        context.bit_rate(settings.bitrateKbps() * 1000L);
        av_channel_layout_default(context.ch_layout(), AudioFormat.CHANNELS);
        long packetMillis = AudioFormat.framesToNanos(settings.packetLength().frames()) / 1_000_000;
        Map<String, String> options = Map.of("application", "lowdelay", "frame_duration", Long.toString(packetMillis));
        FfmpegCodes.open(context, codec, options, CODEC + ": cannot open: ");
        return context;
    }
}
