package liveroom.bench.compose;

import static org.bytedeco.ffmpeg.global.avfilter.AV_BUFFERSRC_FLAG_KEEP_REF;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersink_get_frame;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersrc_add_frame_flags;
import static org.bytedeco.ffmpeg.global.avfilter.av_buffersrc_close;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_get_by_name;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_alloc;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_config;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_create_filter;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_free;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_graph_parse_ptr;
import static org.bytedeco.ffmpeg.global.avfilter.avfilter_inout_alloc;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_RGB;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGBA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.avutil.av_strdup;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import liveroom.capture.graphics.Painting;
import liveroom.capture.media.VideoFormat;
import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.ffmpeg.avfilter.AVFilterInOut;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/// FFmpeg's chain of `overlay` filters for the same picture: every graphic is given and converted once, those that
/// may change once a second and a second ahead; pictures are lent and not copied for it.
final class FilterChain implements AutoCloseable {
    /// After which the clock begins anew.
    private static final int CLOCK_SECONDS = 60;
    private static final String MAIN = "main";
    private static final String OUT = "out";

    private final Overlays overlays;
    private final AVFilterGraph graph = avfilter_graph_alloc();
    private final Map<String, AVFilterContext> inputs = new HashMap<>();
    private final List<AVFrame> pictures = new ArrayList<>();
    private final Map<String, List<AVFrame>> graphics = new HashMap<>();
    private final AVFilterContext output = new AVFilterContext(null);
    private final AVFrame result = av_frame_alloc();
    private long pts;

    /// @param threads that it may use, 0 for as many as it likes
    FilterChain(List<MemorySegment> camera, Overlays overlays, int threads) {
        this.overlays = overlays;
        graph.nb_threads(threads);
        configure();
        camera.forEach(pixels -> pictures.add(picture(pixels)));
        for (String name : Overlays.GRAPHICS) {
            int seconds = name.equals(Overlays.CLOCK) ? CLOCK_SECONDS : 1;
            graphics.put(
                    name,
                    IntStream.range(0, seconds)
                            .mapToObj(second ->
                                    rgba(DressedScene.paint(name, 0, 0, DressedScene.instant(second)), width(name)))
                            .toList());
            give(name, 0);
            if (overlays.mayChange(name)) {
                give(name, 1);
            } else {
                check(av_buffersrc_close(input(name), DressedScene.FPS, 0));
            }
        }
    }

    private void configure() {
        AVFilterInOut heads = head(MAIN, new AVFilterInOut(null));
        for (String name : Overlays.GRAPHICS) {
            heads = head(name, heads);
        }
        check(avfilter_graph_create_filter(
                output, avfilter_get_by_name("buffersink"), OUT, (String) null, null, graph));
        AVFilterInOut tail = end(OUT, output);
        check(avfilter_graph_parse_ptr(graph, overlays.words(MAIN, OUT), tail, heads, null));
        check(avfilter_graph_config(graph, null));
    }

    private AVFilterInOut head(String name, AVFilterInOut next) {
        boolean main = name.equals(MAIN);
        String what = "video_size=%dx%d:pix_fmt=%d:time_base=1/%d:colorspace=%s:range=%s"
                .formatted(
                        main ? DressedScene.FORMAT.width() : width(name),
                        main ? DressedScene.FORMAT.height() : DressedScene.height(name),
                        main ? AV_PIX_FMT_YUV420P : AV_PIX_FMT_RGBA,
                        DressedScene.FPS,
                        main ? "bt709" : "gbr",
                        main ? "tv" : "pc");
        AVFilterContext input = new AVFilterContext(null);
        check(avfilter_graph_create_filter(input, avfilter_get_by_name("buffer"), name, what, null, graph));
        inputs.put(name, input);
        return end(name, input).next(next);
    }

    private static AVFilterInOut end(String name, AVFilterContext filter) {
        return avfilter_inout_alloc()
                .name(new BytePointer(av_strdup(name)))
                .filter_ctx(filter)
                .pad_idx(0);
    }

    /// The ticker goes round: behind its end is as much of its beginning as is seen at once.
    private static int width(String name) {
        boolean ticker = name.equals(Overlays.TICKER);
        return ticker ? DressedScene.TICKER_WIDTH + DressedScene.FORMAT.width() : DressedScene.width(name);
    }

    private void give(String name, long second) {
        List<AVFrame> all = Objects.requireNonNull(graphics.get(name));
        AVFrame frame = all.get((int) (second % all.size()));
        frame.pts(second * DressedScene.FPS);
        check(av_buffersrc_add_frame_flags(input(name), frame, AV_BUFFERSRC_FLAG_KEEP_REF));
    }

    private AVFilterContext input(String name) {
        return Objects.requireNonNull(inputs.get(name));
    }

    private static AVFrame rgba(Painting painting, int width) {
        AVFrame frame = av_frame_alloc().format(AV_PIX_FMT_RGBA).width(width).height(painting.height());
        check(av_frame_get_buffer(frame, 0));
        frame.color_range(AVCOL_RANGE_JPEG);
        frame.colorspace(AVCOL_SPC_RGB);
        BytePointer data = frame.data(0);
        for (int y = 0; y < painting.height(); y++) {
            for (int x = 0; x < width; x++) {
                int pixel = painting.argb()[y * painting.width() + x % painting.width()];
                int alpha = pixel >>> 24;
                long at = (long) y * frame.linesize(0) + 4L * x;
                for (int channel = 0; channel < 3; channel++) {
                    int value = (pixel >> (16 - 8 * channel)) & 0xff;
                    int straight = alpha == 0 ? 0 : Math.min(255, (value * 255 + alpha / 2) / alpha);
                    data.put(at + channel, (byte) straight);
                }
                data.put(at + 3, (byte) alpha);
            }
        }
        return frame;
    }

    private static AVFrame picture(MemorySegment pixels) {
        VideoFormat format = DressedScene.FORMAT;
        AVFrame frame = av_frame_alloc()
                .format(AV_PIX_FMT_YUV420P)
                .width(format.width())
                .height(format.height())
                .colorspace(AVCOL_SPC_BT709)
                .color_range(AVCOL_RANGE_MPEG);
        check(av_frame_get_buffer(frame, 0));
        long from = 0;
        for (int plane = 0; plane < 3; plane++) {
            int shift = plane == 0 ? 0 : 1;
            for (int y = 0; y < format.height() >> shift; y++) {
                long to = frame.data(plane).address() + (long) y * frame.linesize(plane);
                int width = format.width() >> shift;
                MemorySegment.copy(pixels, from, MemorySegment.ofAddress(to).reinterpret(width), 0, width);
                from += width;
            }
        }
        return frame;
    }

    /// Sends the next picture through; returns whether one came out, which [#result()] then holds.
    boolean next() {
        if (pts % DressedScene.FPS == 0) {
            for (String name : Overlays.GRAPHICS) {
                if (overlays.mayChange(name)) {
                    give(name, pts / DressedScene.FPS + 2);
                }
            }
        }
        AVFrame picture = pictures.get((int) (pts % pictures.size()));
        picture.pts(pts++);
        av_frame_unref(result);
        check(av_buffersrc_add_frame_flags(input(MAIN), picture, AV_BUFFERSRC_FLAG_KEEP_REF));
        return av_buffersink_get_frame(output, result) >= 0;
    }

    AVFrame result() {
        return result;
    }

    private static void check(int code) {
        if (code < 0) {
            throw new IllegalStateException("FFmpeg refuses the chain: " + code);
        }
    }

    @Override
    public void close() {
        pictures.forEach(frame -> av_frame_free(frame));
        graphics.values().forEach(all -> all.forEach(frame -> av_frame_free(frame)));
        av_frame_free(result);
        avfilter_graph_free(graph);
    }
}
