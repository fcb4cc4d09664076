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
import liveroom.capture.graphics.Painting;
import liveroom.capture.media.VideoFormat;
import org.bytedeco.ffmpeg.avfilter.AVFilterContext;
import org.bytedeco.ffmpeg.avfilter.AVFilterGraph;
import org.bytedeco.ffmpeg.avfilter.AVFilterInOut;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/// FFmpeg's chain of `overlay` filters for the same picture, as favourable to it as it gets: every graphic is given and
/// converted once, the clock once a second and a second ahead, pictures are lent and not copied for it.
final class FilterChain implements AutoCloseable {
    /// After which the clock begins anew.
    private static final int CLOCK_SECONDS = 60;
    private static final String OVERLAYS = """
            [logo]scale=out_color_matrix=bt709:out_range=tv,format=yuva420p[l];
            [third]scale=out_color_matrix=bt709:out_range=tv,format=yuva420p[b];
            [ticker]scale=out_color_matrix=bt709:out_range=tv,format=yuva420p[t];
            [clock]scale=out_color_matrix=bt709:out_range=tv,format=yuva420p[c];
            [main][l]overlay=eval=frame:x='1032-2*round(GONE*1232/2)':y=40[m1];
            [m1][b]overlay=eval=frame:x='48-2*round(GONE*608/2)':y=520[m2];
            [m2][t]overlay=eval=frame:x='-mod(STEP*n,WIDTH)':y=668[m3];
            [m3][c]overlay=x=48:y=40[out]
            """;
    /// How far logo and lower third are gone: in by `(1 - t)³`, out by one less that.
    private static final String GONE = "if(lt(mod(t,20),10),pow(1-mod(t,10)/10,3),1-pow(1-mod(t,10)/10,3))";

    private final AVFilterGraph graph = avfilter_graph_alloc();
    private final Map<String, AVFilterContext> inputs = new HashMap<>();
    private final List<AVFrame> pictures = new ArrayList<>();
    private final List<AVFrame> clocks = new ArrayList<>();
    private final AVFilterContext output = new AVFilterContext(null);
    private final AVFrame result = av_frame_alloc();
    private long pts;

    /// @param threads that it may use, 0 for as many as it likes
    FilterChain(List<MemorySegment> camera, int threads) {
        VideoFormat format = DressedScene.FORMAT;
        graph.nb_threads(threads);
        AVFilterInOut heads = new AVFilterInOut(null);
        for (String name : List.of("main", "logo", "third", "ticker", "clock")) {
            boolean main = name.equals("main");
            int width = main ? format.width() : name.equals("ticker") ? tickerWidth() : DressedScene.width(name);
            int height = main ? format.height() : DressedScene.height(name);
            String what = "video_size=%dx%d:pix_fmt=%d:time_base=1/%d:colorspace=%s:range=%s"
                    .formatted(
                            width,
                            height,
                            main ? AV_PIX_FMT_YUV420P : AV_PIX_FMT_RGBA,
                            DressedScene.FPS,
                            main ? "bt709" : "gbr",
                            main ? "tv" : "pc");
            AVFilterContext input = new AVFilterContext(null);
            check(avfilter_graph_create_filter(input, avfilter_get_by_name("buffer"), name, what, null, graph));
            inputs.put(name, input);
            AVFilterInOut head = avfilter_inout_alloc();
            head.name(new BytePointer(av_strdup(name)))
                    .filter_ctx(input)
                    .pad_idx(0)
                    .next(heads);
            heads = head;
        }
        check(avfilter_graph_create_filter(
                output, avfilter_get_by_name("buffersink"), "out", (String) null, null, graph));
        AVFilterInOut tail = avfilter_inout_alloc();
        tail.name(new BytePointer(av_strdup("out"))).filter_ctx(output).pad_idx(0);
        String chain = OVERLAYS.replace("GONE", GONE)
                .replace("STEP", Integer.toString(DressedScene.TICKER_STEP))
                .replace("WIDTH", Integer.toString(DressedScene.TICKER_WIDTH));
        check(avfilter_graph_parse_ptr(graph, chain, tail, heads, null));
        check(avfilter_graph_config(graph, null));
        camera.forEach(pixels -> pictures.add(picture(pixels)));
        for (int second = 0; second < CLOCK_SECONDS; second++) {
            clocks.add(
                    rgba(DressedScene.paint("clock", 0, 0, DressedScene.instant(second)), DressedScene.width("clock")));
        }
        still("logo", DressedScene.width("logo"));
        still("third", DressedScene.width("third"));
        still("ticker", tickerWidth());
        turnClock(0);
        turnClock(1);
    }

    private static int tickerWidth() {
        return DressedScene.TICKER_WIDTH + DressedScene.FORMAT.width();
    }

    private void still(String name, int width) {
        AVFilterContext input = input(name);
        AVFrame frame = rgba(DressedScene.paint(name, 0, 0, DressedScene.instant(0)), width);
        frame.pts(0);
        check(av_buffersrc_add_frame_flags(input, frame, 0));
        av_frame_free(frame);
        check(av_buffersrc_close(input, DressedScene.FPS, 0));
    }

    private void turnClock(long second) {
        AVFrame frame = clocks.get((int) (second % CLOCK_SECONDS));
        frame.pts(second * DressedScene.FPS);
        check(av_buffersrc_add_frame_flags(input("clock"), frame, AV_BUFFERSRC_FLAG_KEEP_REF));
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
            turnClock(pts / DressedScene.FPS + 2);
        }
        AVFrame picture = pictures.get((int) (pts % pictures.size()));
        picture.pts(pts++);
        av_frame_unref(result);
        check(av_buffersrc_add_frame_flags(input("main"), picture, AV_BUFFERSRC_FLAG_KEEP_REF));
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
        clocks.forEach(frame -> av_frame_free(frame));
        av_frame_free(result);
        avfilter_graph_free(graph);
    }
}
