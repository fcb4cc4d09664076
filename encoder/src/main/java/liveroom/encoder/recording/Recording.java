package liveroom.encoder.recording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import liveroom.capture.media.PictureAlignment;
import liveroom.capture.media.VideoFormat;
import liveroom.encoder.AccessUnit;
import liveroom.encoder.AccessUnit.Picture;
import liveroom.encoder.AnnexB;
import liveroom.encoder.EncodedPacket;
import liveroom.encoder.EncoderException;
import liveroom.encoder.OpusPacket;
import liveroom.encoder.PacketSink;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes the encoded program to a file, on a thread of its own named `recording`.
///
/// It begins with the first keyframe; sound from before that is left out. Sound and pictures that were captured at the
/// same instant play at the same instant, however long either took to reach the encoder: see [PictureAlignment]. A
/// disk that is too slow costs the recording packets, up to the next keyframe, and nobody else anything. When the disk
/// is full or fails, the recording ends and [#state()] says why; what was written up to then plays. A recording that is
/// closed before its first keyframe leaves no file.
public final class Recording implements AutoCloseable {
    /// About four seconds of the program.
    static final int QUEUED_PACKETS = 512;
    /// Sound that may wait for the first keyframe: about a second.
    private static final int WAITING_PACKETS = 100;

    private static final long PATIENCE_MILLIS = 100;
    private static final Duration CLOSING = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(Recording.class);

    private final Path file;
    private final Container container;
    private final VideoFormat format;
    private final ArrayBlockingQueue<EncodedPacket> queue;
    private final ArrayDeque<OpusPacket> waiting = new ArrayDeque<>();
    private final PictureAlignment alignment = new PictureAlignment();
    private final LongAdder lost = new LongAdder();
    private final PacketSink<AccessUnit> video = this::offer;
    private final PacketSink<OpusPacket> audio = this::offer;
    private final Thread thread;
    private volatile long bytes;
    private volatile long durationNanos;
    private volatile @Nullable Failure failure;
    private volatile boolean gap;
    private volatile Stage stage = Stage.OPEN;
    private long originNanos;

    private Recording(Path file, Container container, VideoFormat format, int queuedPackets) {
        this.file = file;
        this.container = container;
        this.format = format;
        this.queue = new ArrayBlockingQueue<>(queuedPackets);
        this.thread = Thread.ofPlatform().name("recording").daemon().unstarted(this::run);
    }

    /// Creates the file. If there is one of that name, a number is added to the new one's: see [#file()].
    ///
    /// @param wanted its name decides the format: see [Container#of(Path)]
    /// @throws EncoderException `CANNOT_WRITE` if there is no way to create it
    public static Recording start(Path wanted, VideoFormat format) throws EncoderException {
        return start(NewFile.create(wanted), format, QUEUED_PACKETS);
    }

    static Recording start(Path existing, VideoFormat format, int queuedPackets) {
        Recording recording = new Recording(existing, Container.of(existing), format, queuedPackets);
        recording.thread.start();
        return recording;
    }

    /// The file that is really written.
    public Path file() {
        return file;
    }

    /// Where access units go; refuses them once the recording has ended.
    public PacketSink<AccessUnit> video() {
        return video;
    }

    /// Where sound goes; refuses it once the recording has ended.
    public PacketSink<OpusPacket> audio() {
        return audio;
    }

    /// Callable from any thread.
    public State state() {
        return new State(bytes, Duration.ofNanos(durationNanos), lost.sum(), failure);
    }

    /// Writes what is queued and finishes the file. Waits for the disk, ten seconds at most.
    @Override
    public void close() {
        if (stage == Stage.OPEN) {
            stage = Stage.ENDING;
        }
        try {
            if (!thread.join(CLOSING)) {
                fail(new EncoderException(EncoderException.Code.CANNOT_WRITE, "the disk does not answer"));
                discardQueued();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean offer(EncodedPacket packet) {
        boolean keyframe = packet instanceof AccessUnit unit && unit.picture() == Picture.KEYFRAME;
        if (stage != Stage.OPEN) {
            return false;
        }
        if (gap && !keyframe) {
            lost.increment();
            return false;
        }
        packet.retain();
        if (!queue.offer(packet)) {
            packet.close();
            lost.increment();
            gap = true;
            return false;
        }
        if (keyframe) {
            gap = false;
        }
        if (stage == Stage.ENDED) {
            discardQueued();
        }
        return true;
    }

    private void run() {
        try {
            record();
        } catch (EncoderException e) {
            fail(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | LinkageError e) {
            LOG.error("recording {}", file, e);
            fail(new EncoderException(EncoderException.Code.CANNOT_WRITE, e.toString(), e));
        } finally {
            stage = Stage.ENDED;
            discardQueued();
            forgetWaiting();
        }
    }

    private void record() throws EncoderException, InterruptedException {
        AccessUnit first = awaitKeyframe();
        if (first == null) {
            deleteEmpty();
            return;
        }
        originNanos = place(first);
        try (AccessUnit keyframe = first;
                Muxer muxer =
                        new Muxer(file, container, format, AnnexB.parameterSets(keyframe.payload()), originNanos)) {
            write(muxer, keyframe, originNanos);
            writeWaiting(muxer);
            EncodedPacket packet = next();
            while (packet != null) {
                try (EncodedPacket taken = packet) {
                    write(muxer, taken, place(taken));
                }
                packet = next();
            }
            int code = muxer.finish();
            bytes = muxer.bytes();
            if (code < 0) {
                throw Muxer.failure(code);
            }
        }
    }

    private void deleteEmpty() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("{} is empty and cannot be deleted: {}", file, e.getMessage());
        }
    }

    /// Keeps the newest sound meanwhile: it is encoded sooner than the picture of the same instant.
    private @Nullable AccessUnit awaitKeyframe() throws InterruptedException {
        EncodedPacket packet = next();
        while (packet != null) {
            switch (packet) {
                case AccessUnit unit -> {
                    if (unit.picture() == Picture.KEYFRAME) {
                        return unit;
                    }
                    unit.close();
                }
                case OpusPacket opus -> {
                    place(opus);
                    if (waiting.size() == WAITING_PACKETS) {
                        waiting.remove().close();
                    }
                    waiting.add(opus);
                }
            }
            packet = next();
        }
        return null;
    }

    private void writeWaiting(Muxer muxer) throws EncoderException {
        while (!waiting.isEmpty()) {
            try (OpusPacket opus = waiting.remove()) {
                write(muxer, opus, opus.ptsNanos());
            }
        }
    }

    /// When a packet is played: sound at its place in the program, a picture with the sound of the same instant.
    private long place(EncodedPacket packet) {
        long captured = packet.timing().capturedNanos();
        return switch (packet) {
            case AccessUnit unit -> alignment.picture(unit.ptsNanos(), captured);
            case OpusPacket opus -> {
                alignment.sound(opus.ptsNanos(), captured);
                yield opus.ptsNanos();
            }
        };
    }

    private void write(Muxer muxer, EncodedPacket packet, long atNanos) throws EncoderException {
        if (packet instanceof OpusPacket && atNanos < originNanos) {
            return;
        }
        muxer.write(packet, atNanos);
        bytes = muxer.bytes();
        durationNanos = Math.max(durationNanos, atNanos - originNanos);
    }

    /// The next packet, or `null` when the recording is being closed and all is taken. The caller closes it.
    private @Nullable EncodedPacket next() throws InterruptedException {
        while (true) {
            Stage before = stage;
            EncodedPacket packet = queue.poll(before == Stage.OPEN ? PATIENCE_MILLIS : 0, TimeUnit.MILLISECONDS);
            if (packet != null || before != Stage.OPEN) {
                return packet;
            }
        }
    }

    private void fail(EncoderException e) {
        LOG.warn("recording {}: {}: {}", file, e.code(), e.getMessage());
        failure = new Failure(e.code(), e.getMessage());
        stage = Stage.ENDED;
    }

    private void discardQueued() {
        EncodedPacket packet = queue.poll();
        while (packet != null) {
            packet.close();
            packet = queue.poll();
        }
    }

    private void forgetWaiting() {
        while (!waiting.isEmpty()) {
            waiting.remove().close();
        }
    }

    private enum Stage {
        OPEN,
        ENDING,
        ENDED
    }

    /// How a recording fares.
    ///
    /// @param bytes in the file
    /// @param duration of what is in the file
    /// @param lostPackets because the disk was too slow
    /// @param failure why it ended by itself; `null` if it did not
    public record State(
            long bytes,
            Duration duration,
            long lostPackets,
            @Nullable Failure failure) {}

    /// Why a recording ended by itself.
    ///
    /// @param detail FFmpeg's own words
    public record Failure(EncoderException.Code code, String detail) {}
}
