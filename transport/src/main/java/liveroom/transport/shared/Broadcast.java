package liveroom.transport.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import liveroom.capture.media.CaptureLag;
import liveroom.capture.media.StudioClock;
import liveroom.encoder.AudioSettings;
import liveroom.encoder.EncodedPacket;
import liveroom.encoder.EncodedProgram;
import liveroom.encoder.OpusPacket;
import liveroom.encoder.Rung;
import liveroom.transport.rtp.RtpStream;
import liveroom.transport.rtp.RtpStream.Payload;
import liveroom.transport.rtp.SourceDescription;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the thread `shared-lane` does: takes packets, makes one message of each, sends it to every viewer who
/// is to have it. Confined to that thread, but for [#inbox()], [#bestPicture()] and [#limit(int)].
final class Broadcast {
    private static final Logger LOG = LoggerFactory.getLogger(Broadcast.class);
    private static final long REPORT_NANOS = 500_000_000L;
    /// From an offer to an open channel, on a slow network.
    private static final long EXPECT_NANOS = 3_000_000_000L;

    private static final long LOOK_NANOS = 100_000_000L;
    private static final int SOUND_KBPS = AudioSettings.DEFAULT.bitrateKbps();

    private final StudioClock clock;
    private final Inbox inbox;
    private final Runnable delivery = this::deliverAll;
    private final Runnable reports = this::reportAll;
    private final MessageMaker maker;
    private final List<PictureSource> pictures = new ArrayList<>();
    private final SoundSource sound;
    private Packing packing = Packing.SINGLE;
    private final CaptureLag pictureLag = new CaptureLag();
    private final List<Placed> viewers = new ArrayList<>();
    private long nextLookNanos;
    private long nextReportNanos;
    private long expectUntilNanos;
    /// What is ready for who is expected.
    private @Nullable PictureSource expecting;
    private volatile int highestRung;
    private boolean failed;

    /// @param wake called when something has come in
    Broadcast(
            EncodedProgram program, StudioClock clock, LongSupplier unixNanos, RandomGenerator random, Runnable wake) {
        this.clock = clock;
        inbox = new Inbox(wake);
        maker = new MessageMaker(clock, unixNanos, SourceDescription.random(random));
        long now = clock.nanos();
        for (Rung rung : program.rungs()) {
            pictures.add(new PictureSource(program, rung, new RtpStream(Payload.H264, now, random), pictureLag, inbox));
        }
        sound = new SoundSource(program, new RtpStream(Payload.OPUS, now, random), inbox);
        nextLookNanos = now;
        nextReportNanos = now;
    }

    Inbox inbox() {
        return inbox;
    }

    PictureSource picture(int rung) {
        return pictures.get(rung);
    }

    /// The best that anybody is sent.
    PictureSource bestPicture() {
        return pictures.get(highestRung);
    }

    int highestRung() {
        return highestRung;
    }

    /// From the next look on nobody is sent anything better. Callable from any thread.
    void limit(int rung) {
        highestRung = rung;
    }

    SoundSource sound() {
        return sound;
    }

    /// Of each rung, from the top down, and of the sound alone.
    int[] kbps() {
        return IntStream.concat(pictures.stream().mapToInt(source -> source.rung.kbps()), IntStream.of(SOUND_KBPS))
                .toArray();
    }

    /// Does all there is to do.
    ///
    /// @param sending where messages are sent from: all that have come together are sent in one step
    /// @return until when nothing is due, on the studio's clock
    long work(SendingThread sending) {
        Runnable command = inbox.nextCommand();
        while (command != null) {
            guarded(command);
            command = inbox.nextCommand();
        }
        if (inbox.holdsPackets()) {
            deliver(sending);
        }
        long now = clock.nanos();
        if (now - nextLookNanos >= 0) {
            nextLookNanos = now + LOOK_NANOS;
            guarded(() -> look(now, sending));
        }
        return nextLookNanos;
    }

    /// Where the step cannot be taken, what is left of it is done here: dearer, but nobody misses anything.
    private void deliver(SendingThread sending) {
        try {
            sending.run(delivery);
        } catch (RuntimeException | Error e) {
            tell(e);
            deliverAll();
        }
    }

    private void deliverAll() {
        Inbox.Arrival arrival = inbox.nextPacket();
        while (arrival != null) {
            // As `guarded`, but for this no object is made for each packet.
            try (EncodedPacket packet = arrival.packet()) {
                deliver(arrival.source(), packet, arrival.lost());
            } catch (RuntimeException | Error e) {
                tell(e);
            }
            arrival = inbox.nextPacket();
        }
    }

    /// Somebody is about to come: has pictures ready for a while.
    void expect() {
        long now = clock.nanos();
        PictureSource best = bestPicture();
        if (expecting != best) {
            best.use(now);
            expectNoMore();
            expecting = best;
        }
        expectUntilNanos = now + EXPECT_NANOS;
    }

    private void expectNoMore() {
        if (expecting != null) {
            expecting.unuse();
            expecting = null;
        }
    }

    void add(Placed viewer) {
        viewers.add(viewer);
        viewer.look(clock.nanos());
    }

    void remove(Placed viewer) {
        viewers.remove(viewer);
        viewer.rest();
    }

    /// Lets all viewers go, and takes nothing more.
    void end() {
        new ArrayList<>(viewers).forEach(this::remove);
        expectNoMore();
        inbox.close();
        maker.close();
    }

    /// @param lost before it: their sequence numbers are left out
    private void deliver(Source source, EncodedPacket packet, int lost) {
        long now = clock.nanos();
        source.rtp.skip(lost);
        if (!source.isUsed()) {
            return;
        }
        source.lag.note(packet.ptsNanos(), packet.timing().capturedNanos());
        switch (source) {
            case PictureSource picture -> {
                deliverPicture(picture, packet, lost, now);
                sound.passWithPicture(each -> deliverSound(each, now));
            }
            case SoundSource spoken -> {
                packing = packing.next(viewers.size());
                spoken.pass((OpusPacket) packet, packing, each -> deliverSound(each, now));
            }
        }
    }

    private void deliverPicture(PictureSource source, EncodedPacket packet, int lost, long nowNanos) {
        try (Message message = maker.packet(source.rtp, packet)) {
            if (lost > 0 || message == null) {
                pictureLost(source, nowNanos);
            }
            if (message != null) {
                send(source, message, nowNanos);
            }
        }
    }

    private void deliverSound(OpusPacket packet, long nowNanos) {
        try (Message message = maker.packet(sound.rtp, packet)) {
            if (message != null) {
                toAll(message, nowNanos);
            }
        }
    }

    private void send(PictureSource source, Message picture, long nowNanos) {
        // As `guarded`, but for this no object is made for each viewer.
        for (Placed viewer : viewers) {
            try {
                viewer.served().offerPicture(source, picture, nowNanos);
            } catch (RuntimeException | Error e) {
                tell(e);
            }
        }
        source.keep(picture, nowNanos);
    }

    /// Nobody can decode on without a keyframe.
    private void pictureLost(PictureSource source, long nowNanos) {
        source.lost(nowNanos);
        viewers.forEach(viewer -> viewer.served().referenceLost(source));
    }

    private void toAll(Message message, long nowNanos) {
        for (Placed viewer : viewers) {
            try {
                viewer.served().offerSound(message, nowNanos);
            } catch (RuntimeException | Error e) {
                tell(e);
            }
        }
    }

    private void look(long nowNanos, SendingThread sending) {
        if (nowNanos - nextReportNanos >= 0) {
            nextReportNanos = nowNanos + REPORT_NANOS;
            maker.readWallClock();
            sending.run(reports);
        }
        if (nowNanos - expectUntilNanos >= 0) {
            expectNoMore();
        }
        viewers.forEach(viewer -> guarded(() -> viewer.look(nowNanos)));
    }

    private void reportAll() {
        long now = clock.nanos();
        report(sound, now);
        pictures.forEach(source -> report(source, now));
    }

    private void report(Source source, long nowNanos) {
        if (!source.isUsed() || !source.lag.isKnown()) {
            return;
        }
        try (Message message = maker.report(source.rtp, source.lag.nanos())) {
            if (message == null) {
                return;
            }
            for (Placed viewer : viewers) {
                if (source == sound || viewer.served().current() == source) {
                    viewer.served().offerSound(message, nowNanos);
                }
            }
        }
    }

    /// One viewer's trouble, or one packet's, is no reason to end the show.
    @SuppressWarnings("CatchingUnchecked")
    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            tell(e);
        }
    }

    private void tell(Throwable failure) {
        if (!failed) {
            failed = true;
            LOG.error("The shared lane failed at a step; it goes on with the next", failure);
        }
    }
}
