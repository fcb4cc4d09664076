package liveroom.transport.peer;

import dev.onvoid.webrtc.RTCAnswerOptions;
import dev.onvoid.webrtc.RTCBundlePolicy;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCIceGatheringState;
import dev.onvoid.webrtc.RTCIceServer;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCRtpEncodingParameters;
import dev.onvoid.webrtc.RTCRtpSendParameters;
import dev.onvoid.webrtc.RTCRtpSender;
import dev.onvoid.webrtc.RTCRtpTransceiver;
import dev.onvoid.webrtc.RTCRtpTransceiverDirection;
import dev.onvoid.webrtc.RTCSdpType;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.media.MediaStreamTrack;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import liveroom.transport.sdp.Candidate;
import liveroom.transport.sdp.Offer;
import liveroom.transport.sdp.SendPreferences;
import liveroom.transport.sdp.Transports;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One viewer's peer connection. Confined to the room's executor; never closed inside a callback of the library.
public final class Peer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Peer.class);
    private static final long GATHERING_MILLIS = 1000;
    /// Addresses of this machine come at once; libwebrtc says a tenth of a second later that these are all.
    private static final long HOST_GATHERING_MILLIS = 10;
    private static final int MAX_CHANNELS = 4;
    private static final int MAX_CANDIDATES = 256;
    private static final int GOOD_START_KBPS = 1000;
    private static final int MIN_VIDEO_KBPS = 150;

    private final PeerFactory factory;
    private final MediaTracks media;
    private final Executor room;
    private final PeerListener listener;
    private final RTCPeerConnection natives;
    private final List<Channel> channels = new ArrayList<>();
    private final SendPreferences preferences;
    private final PeerEvents events;
    private final StatsPoll stats;
    private CompletableFuture<Void> gathered = new CompletableFuture<>();
    private Set<String> ungathered = new HashSet<>();
    private int candidatesLeft = MAX_CANDIDATES;
    private Negotiation negotiation = Negotiation.NEVER;
    private @Nullable RTCRtpSender videoSender;
    private @Nullable RTCRtpSender audioSender;
    private Tracks tracks;
    private boolean haveSlept;
    private boolean closed;

    private enum Negotiation {
        NEVER,
        UNDER_WAY,
        DONE
    }

    /// Whether the media tracks are encoded and sent.
    public enum Tracks {
        AWAKE,
        /// Negotiated, but costing nothing.
        ASLEEP
    }

    /// @param tracks whether they are encoded and sent at first
    Peer(PeerFactory factory, MediaTracks media, Tracks tracks, Executor room, PeerListener listener) {
        this.tracks = tracks;
        this.factory = factory;
        this.media = media;
        this.room = room;
        this.listener = listener;
        int kbps = media.sending.kbps();
        preferences = new SendPreferences(startKbps(kbps), Math.min(MIN_VIDEO_KBPS, kbps), kbps);
        events = new PeerEvents(this, room);
        natives = factory.natives.createPeerConnection(configuration(factory.settings), events);
        stats = new StatsPoll(natives, room);
        if (tracks == Tracks.AWAKE) {
            media.lane.viewerAdded();
        }
    }

    /// Answers the viewer's offer, its first or one with a new ICE generation. Completes on the room's executor, with
    /// the answer and the candidates found, within a second, or exceptionally.
    ///
    /// @throws IllegalStateException while another offer is being answered, see [#negotiating()]
    public CompletableFuture<String> answer(Offer offer) {
        requireOpen();
        if (negotiating()) {
            throw new IllegalStateException("another offer is being answered");
        }
        String description = preferences.offer(offer);
        boolean first = negotiation == Negotiation.NEVER;
        negotiation = Negotiation.UNDER_WAY;
        gathered = new CompletableFuture<>();
        candidatesLeft = MAX_CANDIDATES;
        return CompletableFuture.completedFuture(description)
                .thenCompose(this::setRemote)
                .thenRun(() -> addTracks(first ? offer : null))
                .thenCompose(_ -> createAnswer())
                .thenCompose(answer -> setLocal(preferences.answer(answer)))
                .thenRun(this::setParameters)
                .thenCompose(_ -> inRoom(gathered.completeOnTimeout(null, GATHERING_MILLIS, TimeUnit.MILLISECONDS)))
                .thenApply(_ -> localDescription())
                .whenComplete(
                        (_, failure) -> negotiation = failure != null && first ? Negotiation.NEVER : Negotiation.DONE);
    }

    /// Whether an answer is being made: until the future of [#answer(Offer)] is completed.
    public boolean negotiating() {
        return negotiation == Negotiation.UNDER_WAY;
    }

    /// Adds a candidate of the present ICE generation. While the next one is being made it is let go.
    public void add(Candidate candidate, String mid) {
        if (closed || negotiation != Negotiation.DONE || candidatesLeft <= 0) {
            return;
        }
        candidatesLeft--;
        try {
            natives.addIceCandidate(new RTCIceCandidate(mid, 0, candidate.line()));
        } catch (Throwable e) { // the library throws more than it declares, for what it cannot read
            LOG.debug("A candidate of a viewer was not taken", e);
        }
    }

    /// Asks the library what it has sent. The consumer is called on the room's executor, once or never.
    public void stats(Consumer<PeerStats> consumer) {
        if (!closed) {
            // Tracks that sleep have no figures of their own.
            stats.ask(videoSender, tracks == Tracks.AWAKE ? audioSender : null, consumer);
        }
    }

    /// Ends the connection. What fails on the way is logged, and the rest is done all the same.
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        List<RTCRtpSender> senders =
                Stream.of(videoSender, audioSender).filter(Objects::nonNull).toList();
        videoSender = null;
        audioSender = null;
        stats.end();
        channels.forEach(channel -> Callbacks.run(channel::close));
        channels.clear();
        Callbacks.run(() -> media.lane.withoutSound(() -> ClosedConnection.close(natives, senders)));
        events.end();
        if (tracks == Tracks.AWAKE) {
            media.lane.viewerRemoved();
        }
    }

    /// Puts the tracks to sleep or wakes them, without negotiating anew.
    public void set(Tracks wanted) {
        if (closed || tracks == wanted) {
            return;
        }
        tracks = wanted;
        switch (wanted) {
            case AWAKE -> media.lane.viewerAdded();
            case ASLEEP -> {
                haveSlept = true;
                media.lane.viewerRemoved();
            }
        }
        if (negotiation == Negotiation.DONE) {
            setParameters();
        }
    }

    /// How old pictures are by the stamp that viewers see, in milliseconds: as old as the sound that leaves with them.
    public double stampAgeMillis() {
        return media.lane.stampAgeMillis();
    }

    void connectivityChanged(PeerListener.Connectivity connectivity) {
        if (!closed) {
            listener.connectivityChanged(connectivity);
        }
    }

    /// Without servers to ask, the first candidate of each transport means that all of them are there.
    void candidateFound(String mid) {
        ungathered.remove(mid);
        if (ungathered.isEmpty() && factory.settings.iceServers().isEmpty()) {
            gathered.completeOnTimeout(null, HOST_GATHERING_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    void gatheringChanged(RTCIceGatheringState state) {
        if (state == RTCIceGatheringState.COMPLETE) {
            gathered.complete(null);
        }
    }

    void channelArrived(dev.onvoid.webrtc.RTCDataChannel channel) {
        if (channels.size() == MAX_CHANNELS) {
            Channel.refuse(channel);
            listener.garbageArrived();
        } else {
            channels.add(new Channel(channel, room, listener));
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the connection is closed");
        }
    }

    /// The same outcome, on the room's executor: a failure too, which would pass by every later `Async` stage.
    private <T> CompletableFuture<T> inRoom(CompletableFuture<T> outcome) {
        return outcome.whenCompleteAsync((_, _) -> {}, room);
    }

    private CompletableFuture<Void> setRemote(String offer) {
        requireOpen();
        SetOutcome outcome = new SetOutcome();
        natives.setRemoteDescription(new RTCSessionDescription(RTCSdpType.OFFER, offer), outcome);
        return inRoom(outcome.future);
    }

    private CompletableFuture<String> createAnswer() {
        requireOpen();
        CreateOutcome outcome = new CreateOutcome();
        natives.createAnswer(new RTCAnswerOptions(), outcome);
        return inRoom(outcome.future);
    }

    private CompletableFuture<Void> setLocal(String answer) {
        requireOpen();
        ungathered = new HashSet<>(Transports.of(answer).mids());
        SetOutcome outcome = new SetOutcome();
        natives.setLocalDescription(new RTCSessionDescription(RTCSdpType.ANSWER, answer), outcome);
        return inRoom(outcome.future);
    }

    private String localDescription() {
        requireOpen();
        return natives.getLocalDescription().sdp;
    }

    /// Two media streams, so that browsers do not delay one for the other.
    private void addTracks(@Nullable Offer offer) {
        requireOpen();
        if (offer == null) {
            return;
        }
        if (offer.wants("video")) {
            videoSender = natives.addTrack(media.video, List.of("picture"));
        }
        AudioTrack sound = media.audio;
        if (sound != null && offer.wants("audio")) {
            media.lane.withoutSound(() -> audioSender = natives.addTrack(sound, List.of("sound")));
        }
        for (RTCRtpTransceiver transceiver : natives.getTransceivers()) {
            MediaStreamTrack track = transceiver.getSender().getTrack();
            if (track == null) {
                transceiver.setDirection(RTCRtpTransceiverDirection.INACTIVE);
                continue;
            }
            transceiver.setDirection(RTCRtpTransceiverDirection.SEND_ONLY);
            if (track.getKind().equals(MediaStreamTrack.VIDEO_TRACK_KIND)) {
                transceiver.setCodecPreferences(factory.videoPreference);
            }
        }
    }

    private void setParameters() {
        if (closed) {
            return;
        }
        RTCRtpSender picture = videoSender;
        RTCRtpSender sound = audioSender;
        if (picture != null) {
            setParameters(picture, encoding -> {
                encoding.maxBitrate = media.sending.kbps() * 1000;
                encoding.scaleResolutionDownBy = media.sending.scaledDownBy();
            });
        }
        if (sound != null && haveSlept) {
            media.lane.withoutSound(() -> setParameters(sound, _ -> {}));
        }
    }

    private void setParameters(RTCRtpSender sender, Consumer<RTCRtpEncodingParameters> change) {
        RTCRtpSendParameters parameters = sender.getParameters();
        for (RTCRtpEncodingParameters encoding : parameters.encodings) {
            encoding.active = tracks == Tracks.AWAKE;
            change.accept(encoding);
        }
        try {
            sender.setParameters(parameters);
        } catch (RuntimeException e) {
            LOG.warn("How a viewer is sent its tracks could not be set", e);
        }
    }

    /// Sharp from the first picture on a good link, without flooding a poor one before there is an estimate.
    private static int startKbps(int maxKbps) {
        return Math.min(maxKbps, Math.max(GOOD_START_KBPS, maxKbps * 7 / 10));
    }

    private static RTCConfiguration configuration(PeerSettings settings) {
        RTCConfiguration configuration = new RTCConfiguration();
        configuration.bundlePolicy = RTCBundlePolicy.BALANCED;
        for (IceServer server : settings.iceServers()) {
            RTCIceServer natives = new RTCIceServer();
            natives.urls.add(server.url());
            if (!server.username().isEmpty()) {
                natives.username = server.username();
                natives.password = server.password();
            }
            configuration.iceServers.add(natives);
        }
        return configuration;
    }
}
