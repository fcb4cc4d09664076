package liveroom.capture.source;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import liveroom.capture.CaptureException;
import liveroom.capture.CaptureException.Code;
import liveroom.capture.media.AudioFrame;
import liveroom.capture.media.FrameBuffer;
import liveroom.capture.media.LargerShare;
import liveroom.capture.media.MediaFrame;
import liveroom.capture.media.VideoFrame;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/// Plays a file in real time, over and over. Picture and sound lie on one timeline: both are stamped with the studio
/// time of the start of this pass plus their time in the file, and both begin the next pass at the same instant.
///
/// It decodes a little ahead, and opens the file again in the background at its end, so that this is not noticed. A
/// block of sound is delivered a little before it is due, unlike a microphone's, which is there after its last sample:
/// so the mixer need not wait for it, though decoding a picture may take its time. So is a picture, if whoever takes it
/// waits until it is
/// due; only the first of all is delivered at its time, since whatever was shown before makes room for it.
final class MediaFileReader implements Reader {
    static final int MAX_PICTURES = 40;
    static final int MAX_BLOCKS = 200;
    private static final long AHEAD_NANOS = TimeUnit.MILLISECONDS.toNanos(300);
    private static final long SOUND_LEAD_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long START_NANOS = TimeUnit.MILLISECONDS.toNanos(60);
    private static final long OPENING_LOOK_MILLIS = 3;
    /// If decoding is this late, the timeline is moved instead of hurrying after it.
    private static final long TOO_LATE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final Outputs outputs;
    private final Path path;
    private final PictureFitter fitter;
    private final SoundConverter converter;
    private final ArrayDeque<VideoFrame> pictures = new ArrayDeque<>();
    private final ArrayDeque<AudioFrame> blocks = new ArrayDeque<>();
    private boolean begun;
    private final boolean hasVideo;
    private final boolean hasAudio;
    private FfmpegInput input;
    private @Nullable Pass pass;
    private long nextStartNanos;
    /// The file for the next pass, from the end of one until it is there.
    private @Nullable CompletableFuture<FfmpegInput> opening;

    /// One run through the file.
    private static final class Pass {
        private long startNanos;
        private long endNanos;
        private long lastPictureNanos;
        private long soundEndNanos;
    }

    private MediaFileReader(Path path, Outputs outputs, FfmpegInput input) throws CaptureException {
        this.path = path;
        this.outputs = outputs;
        this.input = input;
        this.fitter = new PictureFitter(outputs.shape(), Colours.Guess.BY_SIZE);
        this.converter = new SoundConverter(outputs.blocks());
        this.hasVideo = outputs.video() != null && MediaFileCheck.picture(path, input, outputs.video());
        this.hasAudio = outputs.audio() != null && MediaFileCheck.sound(path, input, outputs.audio());
        this.nextStartNanos = outputs.clock().nanos() + START_NANOS;
    }

    static Reader open(Path path, Outputs outputs) throws CaptureException {
        MediaFileCheck.readable(path);
        FfmpegInput input = openInput(path);
        MediaFileReader reader = new MediaFileReader(path, outputs, input);
        if (!reader.hasVideo && !reader.hasAudio) {
            reader.close();
            throw MediaFileCheck.nothingWanted(path, outputs);
        }
        return reader;
    }

    private static FfmpegInput openInput(Path path) throws CaptureException {
        return FfmpegInput.open(
                InputRecipe.file(path.toAbsolutePath().toString()), path.toString(), Map.of("threads", "2"));
    }

    @Override
    public void read() throws CaptureException {
        if (deliverDue()) {
            return;
        }
        if (opening != null) {
            awaitNextPass(opening);
        } else if (wantsMore()) {
            decode();
        } else {
            Pause.until(nextDueNanos(), outputs.clock());
        }
    }

    private boolean video() {
        return hasVideo && outputs.wantsVideo();
    }

    private boolean audio() {
        return hasAudio && outputs.wantsAudio();
    }

    private boolean wantsMore() {
        if (pictures.size() >= MAX_PICTURES || blocks.size() >= MAX_BLOCKS) {
            return false;
        }
        long horizon = outputs.clock().nanos() + AHEAD_NANOS;
        VideoFrame picture = pictures.peekLast();
        AudioFrame block = blocks.peekLast();
        boolean wantsPicture = video() && (picture == null || picture.ptsNanos() < horizon);
        boolean wantsSound = audio() && (block == null || block.ptsNanos() < horizon);
        return wantsPicture || wantsSound;
    }

    private void decode() throws CaptureException {
        AVFrame frame = input.next(video(), audio());
        if (frame == null) {
            startOver();
            return;
        }
        Pass now = pass == null ? begin() : pass;
        if (input.isPicture()) {
            decodedPicture(frame, now);
        } else {
            decodedSound(frame, now);
        }
    }

    private Pass begin() {
        Pass first = new Pass();
        first.startNanos = Math.max(nextStartNanos, outputs.clock().nanos() - TOO_LATE_NANOS);
        pass = first;
        return first;
    }

    private void startOver() throws CaptureException {
        Pass ended = pass;
        if (ended == null || ended.endNanos <= 0) {
            throw new CaptureException(Code.UNREADABLE, path + ": nothing in it could be decoded");
        }
        nextStartNanos = ended.startNanos + ended.endNanos;
        pass = null;
        input.close();
        MediaFileCheck.readable(path);
        CompletableFuture<FfmpegInput> next = new CompletableFuture<>();
        opening = next;
        LargerShare.threads("file-again")
                .newThread(() -> {
                    try {
                        next.complete(openInput(path));
                    } catch (CaptureException | RuntimeException e) {
                        next.completeExceptionally(e);
                    }
                })
                .start();
    }

    /// Waits a little while, since pictures and sound of this pass are still to be delivered.
    private void awaitNextPass(CompletableFuture<FfmpegInput> next) throws CaptureException {
        try {
            input = next.get(OPENING_LOOK_MILLIS, TimeUnit.MILLISECONDS);
            opening = null;
        } catch (TimeoutException _) {
            // what is due comes first
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            opening = null;
            throw e.getCause() instanceof CaptureException failure
                    ? failure
                    : new CaptureException(Code.UNREADABLE, path + ": it cannot be opened again", e);
        }
    }

    private void decodedPicture(AVFrame frame, Pass now) throws CaptureException {
        VideoOutlet video = outputs.video();
        long time = input.ptsNanos() == FfmpegInput.NO_TIME ? now.endNanos : input.ptsNanos();
        now.endNanos = Math.max(now.endNanos, time + pictureNanos(time - now.lastPictureNanos));
        now.lastPictureNanos = time;
        catchUp(now, time);
        FrameBuffer buffer = outputs.pictures().tryLend();
        if (buffer == null || video == null) {
            if (video != null) {
                video.dropped();
            }
            return;
        }
        VideoFrame picture = fitter.blank(frame, now.startNanos + time, buffer);
        pictures.add(picture);
        fitter.fit(frame, picture.pixels());
    }

    /// How long the last picture is shown: what the stream says, else as long as the one before.
    private long pictureNanos(long sinceLast) {
        double fps = input.framesPerSecond();
        return fps > 0 ? (long) (1_000_000_000L / fps) : Math.max(0, sinceLast);
    }

    private void decodedSound(AVFrame frame, Pass now) throws CaptureException {
        long time = input.ptsNanos() == FfmpegInput.NO_TIME ? now.soundEndNanos : input.ptsNanos();
        int rate = frame.sample_rate();
        now.soundEndNanos = time + (rate > 0 ? frame.nb_samples() * 1_000_000_000L / rate : 0);
        now.endNanos = Math.max(now.endNanos, now.soundEndNanos);
        catchUp(now, time);
        boolean kept = converter.convert(frame, now.startNanos + time, block -> blocks.add(block.retain()));
        AudioOutlet audio = outputs.audio();
        if (!kept && audio != null) {
            audio.dropped();
        }
    }

    private void catchUp(Pass now, long time) {
        long late = outputs.clock().nanos() - (now.startNanos + time);
        if (late > TOO_LATE_NANOS) {
            now.startNanos += late;
        }
    }

    /// @return whether anything was due
    private boolean deliverDue() {
        long now = outputs.clock().nanos();
        VideoFrame picture = pictures.peekFirst();
        AudioFrame block = blocks.peekFirst();
        boolean delivered = false;
        if (picture != null && pictureDueNanos(picture) - now <= 0) {
            deliver(pictures.removeFirst(), outputs.video());
            begun = true;
            delivered = true;
        }
        if (block != null && soundDueNanos(block) - now <= 0) {
            deliver(blocks.removeFirst(), outputs.audio());
            delivered = true;
        }
        return delivered;
    }

    private long pictureDueNanos(VideoFrame picture) {
        return picture.ptsNanos() - (begun ? outputs.pictureLeadNanos() : 0);
    }

    private static long soundDueNanos(AudioFrame block) {
        return block.ptsNanos() - SOUND_LEAD_NANOS;
    }

    private static <F extends MediaFrame> void deliver(F frame, @Nullable Outlet<F> outlet) {
        try (frame) {
            if (outlet != null) {
                outlet.offer(frame);
            }
        }
    }

    private long nextDueNanos() {
        VideoFrame picture = pictures.peekFirst();
        AudioFrame block = blocks.peekFirst();
        long now = outputs.clock().nanos() + AHEAD_NANOS;
        long first = picture == null ? now : pictureDueNanos(picture);
        return block == null || soundDueNanos(block) - first > 0 ? first : soundDueNanos(block);
    }

    @Override
    public void close() {
        pictures.forEach(VideoFrame::close);
        blocks.forEach(AudioFrame::close);
        pictures.clear();
        blocks.clear();
        input.close();
        if (opening != null) {
            var _ = opening.thenAccept(FfmpegInput::close);
        }
        fitter.close();
        converter.close();
    }
}
