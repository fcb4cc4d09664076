package liveroom.app.studio;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import liveroom.app.text.Messages;
import liveroom.capture.brand.BrandException;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.compose.DressRehearsal;
import liveroom.capture.compose.Paintings;
import liveroom.capture.compose.SceneCompositor;
import liveroom.capture.compose.ScenePreview;
import liveroom.capture.compose.SceneStills;
import liveroom.capture.compose.SourceFeeds;
import liveroom.capture.graphics.BrandPainter;
import liveroom.capture.media.FanOut;
import liveroom.capture.media.FrameSink;
import liveroom.capture.media.StudioClock;
import liveroom.capture.media.VideoFormat;
import liveroom.capture.media.VideoFrame;
import liveroom.capture.program.Compositor;
import liveroom.capture.show.ShowDesk;
import liveroom.capture.show.ShowFormatException;
import liveroom.capture.source.SourceSpec;
import liveroom.capture.source.SourceStatus;
import liveroom.transport.control.ProducerDesk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What dresses the program: the show's desk, its brand, the compositor with the further sources that scenes name, the
/// preview of the next scene, and stills of both for producers. Graphics are drawn, and kits opened, on the thread
/// `graphics`.
final class Dressing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Dressing.class);
    private static final long LOOK_SECONDS = 1;
    private static final int MAX_COMPLAINTS = 3;

    private final NoticeBoard notices;
    private final Messages messages;
    private final SourceWords words;
    private final ScheduledExecutorService graphics = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("graphics").daemon().factory());
    private final ShowDesk desk;
    private final BrandInUse brand;
    private final Paintings paintings;
    private final SourceFeeds feeds;
    private final SceneCompositor compositor;
    private final ScenePreview preview;
    private final SceneStills stills;
    private final DressedPictures producersPictures;
    private final ExecutorService rehearsal = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("dress-rehearsal").daemon().factory());
    private volatile SourceSpec mainSource = new SourceSpec.None();

    /// Opens the show and its brand.
    ///
    /// @param pictures where the program's pictures will go
    /// @throws StudioException if the show, or what was asked for by name, cannot be had; nothing is left open
    Dressing(DressOptions options, Screen screen, FanOut<VideoFrame> pictures, NoticeBoard notices, Messages messages)
            throws StudioException {
        this.notices = notices;
        this.messages = messages;
        words = new SourceWords(messages);
        StudioClock clock = screen.clock();
        desk = desk(options, clock);
        Brands brands;
        try {
            brands = Brands.open(options.home());
            brand = brand(options, brands);
        } catch (IOException | BrandException e) {
            desk.close();
            graphics.shutdown();
            throw new StudioException(
                    e instanceof BrandException ? StudioException.Code.SHOW : StudioException.Code.HOME,
                    String.valueOf(e.getMessage()),
                    e);
        }
        var _ = desk.onChange(brand::follow);
        paintings = new Paintings(new BrandPainter(brands.fonts()), screen.format(), graphics, InstantSource.system());
        feeds = new SourceFeeds(
                new SourceFeeds.Setting(desk::state, brand::kit, () -> mainSource, clock, new BoxWords(messages)),
                screen.format(),
                screen.fps());
        compositor = new SceneCompositor(desk::state, brand::kit, paintings, feeds, screen.fps());
        preview = new ScenePreview(desk::state, brand::kit, paintings, feeds, clock);
        stills = new SceneStills(brand::kit, paintings, feeds.forStills(), clock);
        producersPictures = new DressedPictures(
                new Still(pictures, clock),
                new Still(preview, clock),
                new SceneThumbnails(desk::state, brand::kit, stills, clock));
        var _ = graphics.scheduleWithFixedDelay(this::lookSafely, LOOK_SECONDS, LOOK_SECONDS, TimeUnit.SECONDS);
        rehearsal.execute(new DressRehearsal());
    }

    /// What is dressed.
    record Screen(VideoFormat format, int fps, StudioClock clock) {}

    private ShowDesk desk(DressOptions options, StudioClock clock) throws StudioException {
        try {
            return options.open(
                    clock, sentence -> notices.post(Notice.Severity.WARNING, Notice.Subject.SHOW, sentence));
        } catch (IOException | ShowFormatException | ShowDesk.RefusedException e) {
            graphics.shutdown();
            throw new StudioException(StudioException.Code.SHOW, String.valueOf(e.getMessage()), e);
        }
    }

    /// A kit that was asked for by name must be there; one that the show names is the show's affair.
    private BrandInUse brand(DressOptions options, Brands brands) throws BrandException {
        if (options.brand().isPresent()) {
            var _ = brands.shelf().open(options.brand().get());
        }
        return new BrandInUse(brands, desk.state().show().brand(), graphics, notices, messages);
    }

    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException e) {
            LOG.error("The graphics were not looked after", e);
        }
    }

    private void look() {
        producersPictures.program().restIfIdle();
        producersPictures.preview().restIfIdle();
        List<String> complaints = new ArrayList<>(paintings.complaints());
        feeds.statuses().forEach((source, status) -> {
            if (status instanceof SourceStatus.Failed) {
                String sentence = words.sentence(spec(source), status);
                complaints.add(messages.text("layer.source", source, sentence));
            }
        });
        if (complaints.isEmpty()) {
            notices.settle(Notice.Subject.GRAPHICS);
        } else {
            notices.post(
                    Notice.Severity.WARNING,
                    Notice.Subject.GRAPHICS,
                    String.join("\n", complaints.subList(0, Math.min(MAX_COMPLAINTS, complaints.size()))));
        }
    }

    /// A layer may name a source that there is not.
    private static SourceSpec spec(String source) {
        try {
            return SourceSpec.parse(source);
        } catch (IllegalArgumentException _) {
            return new SourceSpec.None();
        }
    }

    /// The source that scenes call their main one.
    void mainIs(SourceSpec source) {
        mainSource = source;
    }

    Compositor compositor() {
        return stills.beside(preview.beside(compositor));
    }

    ShowDesk desk() {
        return desk;
    }

    BrandKit kit() {
        return brand.kit();
    }

    BrandKits kits() {
        return brand;
    }

    /// The program as it is, as a JPEG; nothing while there is no picture.
    Optional<byte[]> poster() {
        return producersPictures.program().jpeg();
    }

    ScenePictures scenePictures() {
        return producersPictures.scenes();
    }

    void addPreview(FrameSink<VideoFrame> sink) {
        preview.add(sink);
    }

    void removePreview(FrameSink<VideoFrame> sink) {
        preview.remove(sink);
    }

    /// What producers are seated at.
    ProducerDesk producers() {
        return new ProducerDesk(desk, producersPictures, preview, brand::names);
    }

    /// Keeps the show, whatever becomes of the rest. Nothing may compose any more.
    @Override
    public void close() {
        try (desk) {
            rehearsal.shutdownNow();
            producersPictures.program().close();
            producersPictures.preview().close();
            producersPictures.scenes().close();
            stills.close();
            preview.close();
            compositor.close();
            feeds.close();
            rehearsal.close();
            graphics.shutdownNow();
        }
    }
}
