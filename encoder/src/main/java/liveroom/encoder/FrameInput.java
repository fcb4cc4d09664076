package liveroom.encoder;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_PRI_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_TRC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_NV12;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_buffer_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_buffer_get_ref_count;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.media.VideoFrame;
import org.bytedeco.ffmpeg.avutil.AVBufferRef;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;

/// Hands program pictures to an encoder, without copying where it takes I420: the `AVFrame` points into the picture's
/// own memory. What FFmpeg counts references of is a token of one byte; while it holds more than ours, the picture
/// stays retained. Confined to the `video-encoder` thread; close it after the encoder.
final class FrameInput implements AutoCloseable {
    /// More pictures than a low-delay encoder ever holds.
    static final int MAX_HELD = 16;

    private final VideoFormat format;
    private final VideoCandidate.Input layout;
    private final List<Slot> slots = new ArrayList<>();

    FrameInput(VideoFormat format, VideoCandidate.Input layout) {
        this.format = format;
        this.layout = layout;
    }

    /// The picture as FFmpeg sees it, good until it is sent; this object owns it.
    AVFrame wrap(VideoFrame frame) throws EncoderException {
        Slot slot = idleSlot();
        switch (layout) {
            case I420 -> slot.pointInto(frame);
            case NV12 -> slot.convert(frame);
        }
        return slot.picture;
    }

    /// Lets go of pictures that the encoder has done with.
    void releaseConsumed() {
        for (Slot slot : slots) {
            if (slot.isIdle()) {
                slot.unpin();
            }
        }
    }

    @Override
    public void close() {
        for (Slot slot : slots) {
            slot.close();
        }
        slots.clear();
    }

    private Slot idleSlot() throws EncoderException {
        for (Slot slot : slots) {
            if (slot.isIdle()) {
                slot.unpin();
                return slot;
            }
        }
        if (slots.size() == MAX_HELD) {
            throw new EncoderException(
                    EncoderException.Code.ENCODE_FAILED, "the encoder holds " + MAX_HELD + " pictures");
        }
        Slot slot = new Slot(format, layout);
        slots.add(slot);
        return slot;
    }

    private static final class Slot implements AutoCloseable {
        private final VideoFormat format;
        private final AVFrame picture = av_frame_alloc();
        private final AVBufferRef token;
        private final Address[] planes = {new Address(), new Address(), new Address()};
        private @Nullable VideoFrame pinned;

        Slot(VideoFormat format, VideoCandidate.Input layout) throws EncoderException {
            this.format = format;
            picture.width(format.width());
            picture.height(format.height());
            picture.color_range(AVCOL_RANGE_MPEG);
            picture.colorspace(AVCOL_SPC_BT709);
            picture.color_primaries(AVCOL_PRI_BT709);
            picture.color_trc(AVCOL_TRC_BT709);
            switch (layout) {
                case I420 -> {
                    picture.format(AV_PIX_FMT_YUV420P);
                    picture.linesize(0, format.width());
                    picture.linesize(1, format.width() / 2);
                    picture.linesize(2, format.width() / 2);
                    picture.buf(0, av_buffer_alloc(1));
                }
                case NV12 -> {
                    picture.format(AV_PIX_FMT_NV12);
                    if (av_frame_get_buffer(picture, 0) < 0) {
                        av_frame_free(picture);
                        throw new EncoderException(
                                EncoderException.Code.ENCODE_FAILED, "no memory for a picture of " + format);
                    }
                }
            }
            token = picture.buf(0);
        }

        boolean isIdle() {
            return av_buffer_get_ref_count(token) == 1;
        }

        void pointInto(VideoFrame frame) {
            long address = frame.pixels().address();
            picture.data(0, planes[0].at(address));
            picture.data(1, planes[1].at(address + format.lumaBytes()));
            picture.data(2, planes[2].at(address + format.lumaBytes() + format.chromaBytes()));
            pinned = frame.retain();
        }

        void convert(VideoFrame frame) {
            int width = format.width();
            int rows = format.height();
            MemorySegment pixels = frame.pixels();
            MemorySegment luma = plane(0, rows);
            for (int y = 0; y < rows; y++) {
                MemorySegment.copy(pixels, (long) y * width, luma, (long) y * picture.linesize(0), width);
            }
            int stride = picture.linesize(1);
            MemorySegment chroma = plane(1, rows / 2);
            long u = format.lumaBytes();
            long v = u + format.chromaBytes();
            for (int y = 0; y < rows / 2; y++) {
                long to = (long) y * stride;
                for (int x = 0; x < width / 2; x++) {
                    chroma.set(ValueLayout.JAVA_BYTE, to++, pixels.get(ValueLayout.JAVA_BYTE, u++));
                    chroma.set(ValueLayout.JAVA_BYTE, to++, pixels.get(ValueLayout.JAVA_BYTE, v++));
                }
            }
        }

        private MemorySegment plane(int index, int rows) {
            return MemorySegment.ofAddress(picture.data(index).address())
                    .reinterpret((long) rows * picture.linesize(index));
        }

        void unpin() {
            VideoFrame frame = pinned;
            if (frame != null) {
                pinned = null;
                frame.close();
            }
        }

        @Override
        public void close() {
            av_frame_free(picture);
            unpin();
        }
    }

    /// A pointer that can be moved instead of made anew for each picture.
    private static final class Address extends BytePointer {
        Address at(long newAddress) {
            address = newAddress;
            return this;
        }
    }
}
