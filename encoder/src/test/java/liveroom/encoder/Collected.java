package liveroom.encoder;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_OPUS;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import liveroom.capture.source.FfmpegLibraries;
import liveroom.encoder.AccessUnit.Picture;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/// Keeps copies of packets, and decodes them with FFmpeg.
final class Collected {
    private final List<Packet> packets = new ArrayList<>();
    private List<Integer> colour = List.of();

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Packet(Picture picture, long ptsNanos, PacketTiming timing, byte[] bytes) {
        MemorySegment stream() {
            return MemorySegment.ofArray(bytes);
        }

        /// The types of its NAL units, in order.
        List<Integer> units() {
            List<Integer> types = new ArrayList<>();
            AnnexB.units(stream(), (type, _) -> {
                types.add(type);
                return AnnexB.Reading.MORE;
            });
            return types;
        }
    }

    synchronized boolean video(AccessUnit unit) {
        packets.add(new Packet(unit.picture(), unit.ptsNanos(), unit.timing(), bytes(unit)));
        return true;
    }

    synchronized boolean audio(OpusPacket packet) {
        packets.add(new Packet(Picture.KEYFRAME, packet.ptsNanos(), packet.timing(), bytes(packet)));
        return true;
    }

    synchronized List<Packet> packets() {
        return List.copyOf(packets);
    }

    int bytes(int from, int to) {
        return packets().subList(from, to).stream()
                .mapToInt(p -> p.bytes().length)
                .sum();
    }

    /// Luma of each decoded picture, row by row without padding.
    List<byte[]> decodePictures() {
        List<byte[]> pictures = new ArrayList<>();
        decode(AV_CODEC_ID_H264, frame -> {
            colour = List.of(frame.color_range(), frame.colorspace(), frame.color_primaries(), frame.color_trc());
            byte[] luma = new byte[frame.width() * frame.height()];
            MemorySegment rows = MemorySegment.ofAddress(frame.data(0).address())
                    .reinterpret((long) frame.linesize(0) * frame.height());
            for (int y = 0; y < frame.height(); y++) {
                MemorySegment.copy(
                        rows,
                        ValueLayout.JAVA_BYTE,
                        (long) y * frame.linesize(0),
                        luma,
                        y * frame.width(),
                        frame.width());
            }
            pictures.add(luma);
        });
        return pictures;
    }

    /// Range, matrix, primaries and transfer of the pictures decoded last, in FFmpeg's numbers.
    List<Integer> colour() {
        return colour;
    }

    /// Left channel, one array for each packet.
    List<float[]> decodeSound() {
        List<float[]> sound = new ArrayList<>();
        decode(
                AV_CODEC_ID_OPUS,
                frame -> sound.add(MemorySegment.ofAddress(frame.data(0).address())
                        .reinterpret(4L * frame.nb_samples())
                        .toArray(ValueLayout.JAVA_FLOAT)));
        return sound;
    }

    private static byte[] bytes(EncodedPacket packet) {
        return packet.payload().toArray(ValueLayout.JAVA_BYTE);
    }

    private void decode(int codec, Consumer<AVFrame> taker) {
        AVCodecContext decoder = avcodec_alloc_context3(avcodec_find_decoder(codec));
        decoder.sample_rate(48_000);
        av_channel_layout_default(decoder.ch_layout(), 2);
        require(avcodec_open2(decoder, null, (AVDictionary) null));
        AVPacket packet = av_packet_alloc();
        AVFrame frame = av_frame_alloc();
        for (Packet each : packets()) {
            require(av_new_packet(packet, each.bytes().length));
            packet.data().put(each.bytes(), 0, each.bytes().length);
            require(avcodec_send_packet(decoder, packet));
            av_packet_unref(packet);
            receive(decoder, frame, taker);
        }
        require(avcodec_send_packet(decoder, null));
        receive(decoder, frame, taker);
        av_frame_free(frame);
        av_packet_free(packet);
        avcodec_free_context(decoder);
    }

    private static void receive(AVCodecContext decoder, AVFrame frame, Consumer<AVFrame> taker) {
        while (avcodec_receive_frame(decoder, frame) >= 0) {
            taker.accept(frame);
        }
    }

    private static void require(int code) {
        if (code < 0) {
            throw new AssertionError(FfmpegLibraries.words(code));
        }
    }
}
