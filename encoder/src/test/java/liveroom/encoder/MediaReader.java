package liveroom.encoder;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import liveroom.capture.source.FfmpegLibraries;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/// Reads a whole file again with FFmpeg, the way a player would.
public final class MediaReader {
    private final List<Picture> pictures = new ArrayList<>();
    private final List<Sound> sounds = new ArrayList<>();
    private int errors;

    private MediaReader() {}

    /// A decoded picture.
    ///
    /// @param luma mean of the picture
    public record Picture(double seconds, double luma, int width, int height) {}

    /// One decoded block: left channel.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Sound(double seconds, float[] samples) {}

    public static MediaReader read(Path file) {
        FfmpegLibraries.quiet();
        MediaReader reader = new MediaReader();
        AVFormatContext input = new AVFormatContext(null);
        require(avformat_open_input(input, "file:" + file, (AVInputFormat) null, (AVDictionary) null));
        require(avformat_find_stream_info(input, (AVDictionary) null));
        List<AVCodecContext> decoders = new ArrayList<>();
        for (int i = 0; i < input.nb_streams(); i++) {
            AVStream stream = input.streams(i);
            AVCodecContext decoder = avcodec_alloc_context3(
                    avcodec_find_decoder(stream.codecpar().codec_id()));
            require(avcodec_parameters_to_context(decoder, stream.codecpar()));
            decoder.pkt_timebase(stream.time_base());
            require(avcodec_open2(decoder, null, (AVDictionary) null));
            decoders.add(decoder);
        }
        AVPacket packet = av_packet_alloc();
        AVFrame frame = av_frame_alloc();
        while (av_read_frame(input, packet) >= 0) {
            reader.decode(input.streams(packet.stream_index()), decoders.get(packet.stream_index()), packet, frame);
            av_packet_unref(packet);
        }
        for (int i = 0; i < decoders.size(); i++) {
            reader.decode(input.streams(i), decoders.get(i), null, frame);
            avcodec_free_context(decoders.get(i));
        }
        av_frame_free(frame);
        av_packet_free(packet);
        avformat_close_input(input);
        return reader;
    }

    public List<Picture> pictures() {
        return pictures;
    }

    public List<Sound> sounds() {
        return sounds;
    }

    /// Packets that the decoders refused.
    public int errors() {
        return errors;
    }

    /// Where dark turns into a flash, in seconds of the file.
    public List<Double> flashes() {
        List<Double> onsets = new ArrayList<>();
        boolean bright = true;
        for (Picture picture : pictures) {
            boolean now = picture.luma() > 180;
            if (now && !bright) {
                onsets.add(picture.seconds());
            }
            bright = now;
        }
        return onsets;
    }

    /// Where silence turns into a beep, to the sample.
    public List<Double> beeps() {
        List<Double> onsets = new ArrayList<>();
        double quietSince = Double.MAX_VALUE;
        for (Sound sound : sounds) {
            for (int i = 0; i < sound.samples().length; i++) {
                double at = sound.seconds() + i / 48_000.0;
                if (Math.abs(sound.samples()[i]) > 0.1f) {
                    if (at - quietSince > 0.3) {
                        onsets.add(at);
                    }
                    quietSince = at;
                } else if (quietSince == Double.MAX_VALUE) {
                    quietSince = at;
                }
            }
        }
        return onsets;
    }

    private void decode(AVStream stream, AVCodecContext decoder, @Nullable AVPacket packet, AVFrame out) {
        if (avcodec_send_packet(decoder, packet) < 0) {
            errors++;
        }
        double tick = stream.time_base().num() / (double) stream.time_base().den();
        while (avcodec_receive_frame(decoder, out) >= 0) {
            double seconds = out.best_effort_timestamp() * tick;
            if (stream.codecpar().codec_type() == AVMEDIA_TYPE_VIDEO) {
                pictures.add(new Picture(seconds, meanLuma(out), out.width(), out.height()));
            } else {
                MemorySegment samples =
                        MemorySegment.ofAddress(out.data(0).address()).reinterpret(4L * out.nb_samples());
                sounds.add(new Sound(seconds, samples.toArray(ValueLayout.JAVA_FLOAT)));
            }
        }
    }

    private static double meanLuma(AVFrame frame) {
        MemorySegment luma =
                MemorySegment.ofAddress(frame.data(0).address()).reinterpret((long) frame.linesize(0) * frame.height());
        long sum = 0;
        long count = 0;
        for (int y = 0; y < frame.height(); y += 4) {
            for (int x = 0; x < frame.width(); x += 4) {
                sum += luma.get(ValueLayout.JAVA_BYTE, (long) y * frame.linesize(0) + x) & 0xff;
                count++;
            }
        }
        return (double) sum / count;
    }

    private static void require(int code) {
        if (code < 0) {
            throw new AssertionError(FfmpegLibraries.words(code));
        }
    }
}
