package liveroom.encoder.recording;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_OPUS;
import static org.bytedeco.ffmpeg.global.avcodec.AV_INPUT_BUFFER_PADDING_SIZE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avformat.avio_tell;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;
import static org.bytedeco.ffmpeg.global.avutil.av_mallocz;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import liveroom.capture.media.AudioFormat;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.source.FfmpegLibraries;
import liveroom.encoder.AccessUnit;
import liveroom.encoder.EncodedPacket;
import liveroom.encoder.EncoderException;
import liveroom.encoder.EncoderException.Code;
import liveroom.encoder.FfmpegCodes;
import liveroom.encoder.OpusPacket;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;

/// Writes one file with one H.264 and one Opus stream through libavformat. Every packet is handed to the system as
/// soon as the format allows. Confined to the `recording` thread.
final class Muxer implements AutoCloseable {
    private final AVFormatContext context = new AVFormatContext(null);
    private final AVPacket packet = av_packet_alloc();
    private final Address address = new Address();
    private final Track video;
    private final Track audio;
    private final long originNanos;
    private boolean headerWritten;
    private boolean broken;

    /// @param originNanos the instant that becomes zero in the file
    /// @param parameterSets of the video, as Annex B
    Muxer(Path file, Container container, VideoFormat format, byte[] parameterSets, long originNanos)
            throws EncoderException {
        FfmpegLibraries.quiet();
        this.originNanos = originNanos;
        try {
            check(avformat_alloc_output_context2(context, null, container.muxer(), file.toString()));
            video = new Track(avformat_new_stream(context, null));
            audio = new Track(avformat_new_stream(context, null));
            describeVideo(video.stream.codecpar(), format, parameterSets);
            video.stream.time_base(av_make_q(1, 90_000));
            describeAudio(audio.stream.codecpar());
            audio.stream.time_base(av_make_q(1, AudioFormat.SAMPLE_RATE_HZ));
            AVIOContext output = new AVIOContext(null);
            check(avio_open(output, "file:" + file, AVIO_FLAG_WRITE));
            context.pb(output);
            context.flush_packets(1);
            writeHeader(container);
        } catch (EncoderException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /// @param atNanos when it is played
    void write(EncodedPacket encoded, long atNanos) throws EncoderException {
        MemorySegment payload = encoded.payload();
        Track track = switch (encoded) {
            case AccessUnit _ -> video;
            case OpusPacket _ -> audio;
        };
        packet.data(address.at(payload.address()));
        packet.size((int) payload.byteSize());
        packet.stream_index(track.stream.index());
        long time = track.next(atNanos - originNanos);
        packet.pts(time);
        packet.dts(time);
        switch (encoded) {
            case AccessUnit unit -> {
                packet.flags(
                        switch (unit.picture()) {
                            case KEYFRAME -> AV_PKT_FLAG_KEY;
                            case DELTA -> 0;
                        });
                packet.duration(0);
            }
            case OpusPacket opus -> {
                packet.flags(AV_PKT_FLAG_KEY);
                packet.duration(track.ticks(AudioFormat.framesToNanos(opus.frames())));
            }
        }
        check(av_write_frame(context, packet));
    }

    /// Handed to the system so far.
    long bytes() {
        return avio_tell(context.pb());
    }

    /// Finishes the file if nothing went wrong before; it plays either way.
    ///
    /// @return what went wrong with the last bytes, or a code that is not negative
    int finish() {
        return headerWritten && !broken ? av_write_trailer(context) : 0;
    }

    @Override
    public void close() {
        packet.data(null);
        packet.size(0);
        av_packet_free(packet);
        if (!context.isNull()) {
            AVIOContext output = context.pb();
            if (output != null && !output.isNull()) {
                avio_closep(output);
                context.pb(null);
            }
            avformat_free_context(context);
        }
    }

    static EncoderException failure(int code) {
        return FfmpegCodes.isDiskFull(code)
                ? new EncoderException(Code.DISK_FULL, FfmpegLibraries.words(code))
                : new EncoderException(Code.CANNOT_WRITE, FfmpegLibraries.words(code));
    }

    private void writeHeader(Container container) throws EncoderException {
        AVDictionary options = new AVDictionary(null);
        container.options().forEach((key, value) -> av_dict_set(options, key, value, 0));
        try {
            check(avformat_write_header(context, options));
            headerWritten = true;
        } finally {
            av_dict_free(options);
        }
    }

    private void check(int code) throws EncoderException {
        if (code < 0) {
            broken = true;
            throw failure(code);
        }
    }

    private static void describeVideo(AVCodecParameters codec, VideoFormat format, byte[] parameterSets) {
        codec.codec_type(AVMEDIA_TYPE_VIDEO);
        codec.codec_id(AV_CODEC_ID_H264);
        codec.width(format.width());
        codec.height(format.height());
        codec.color_range(AVCOL_RANGE_MPEG);
        codec.color_space(AVCOL_SPC_BT709);
        codec.color_primaries(AVCOL_PRI_BT709);
        codec.color_trc(AVCOL_TRC_BT709);
        extradata(codec, parameterSets);
    }

    private static void describeAudio(AVCodecParameters codec) {
        codec.codec_type(AVMEDIA_TYPE_AUDIO);
        codec.codec_id(AV_CODEC_ID_OPUS);
        codec.sample_rate(AudioFormat.SAMPLE_RATE_HZ);
        av_channel_layout_default(codec.ch_layout(), AudioFormat.CHANNELS);
        codec.initial_padding(OpusPacket.LOOKAHEAD_FRAMES);
        codec.seek_preroll(AudioFormat.SAMPLE_RATE_HZ * 80 / 1000);
        extradata(codec, opusHead());
    }

    /// The identification header of RFC 7845 section 5.1.
    private static byte[] opusHead() {
        return ByteBuffer.allocate(19)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("OpusHead".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) AudioFormat.CHANNELS)
                .putShort((short) OpusPacket.LOOKAHEAD_FRAMES)
                .putInt(AudioFormat.SAMPLE_RATE_HZ)
                .putShort((short) 0)
                .put((byte) 0)
                .array();
    }

    private static void extradata(AVCodecParameters codec, byte[] bytes) {
        BytePointer copy = new BytePointer(av_mallocz(bytes.length + AV_INPUT_BUFFER_PADDING_SIZE));
        copy.put(bytes, 0, bytes.length);
        codec.extradata(copy);
        codec.extradata_size(bytes.length);
    }

    /// One stream and the time it has come to.
    private static final class Track {
        private final AVStream stream;
        private long last = Long.MIN_VALUE;

        Track(AVStream stream) {
            this.stream = stream;
        }

        /// In the stream's own timebase, which must grow from packet to packet.
        long next(long nanos) {
            last = Math.max(ticks(nanos), last + 1);
            return last;
        }

        long ticks(long nanos) {
            double ticksPerNano =
                    stream.time_base().den() / (1e9 * stream.time_base().num());
            return Math.round(nanos * ticksPerNano);
        }
    }

    private static final class Address extends BytePointer {
        Address at(long newAddress) {
            address = newAddress;
            return this;
        }
    }
}
