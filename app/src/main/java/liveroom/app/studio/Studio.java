package liveroom.app.studio;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import liveroom.capture.brand.BrandKit;
import liveroom.capture.media.FrameSink;
import liveroom.capture.media.VideoFrame;
import liveroom.capture.show.ShowDesk;
import liveroom.capture.source.SourceSpec;
import liveroom.transport.chat.ChatMessage;
import liveroom.transport.tls.ServerCertificate;

/// All that a front door may ask of the studio. Every method is callable from any thread and returns at once; what
/// takes time is done on the studio's own threads and shows in [#snapshot()] and in notices.
public interface Studio extends AutoCloseable {
    /// What viewers read as the name of the show, as long as the studio is open.
    String title();

    StudioSnapshot snapshot();

    void selectVideo(SourceSpec source);

    void selectAudio(SourceSpec source);

    void setGainDb(double gainDb);

    void setMuting(StudioSnapshot.Muting muting);

    /// Opens the room to those who wait, and lets new viewers in.
    void goLive();

    /// Tells every viewer that the show has ended, and closes the room.
    void endShow();

    /// Begins a recording. Matroska by `.mkv`, fragmented MP4 by `.mp4`.
    void startRecording(Path file);

    void stopRecording();

    /// Where viewers can come in, this computer first.
    List<ShareLink> links();

    /// What the studio serves HTTPS with; empty while it does not.
    Optional<ServerCertificate> certificate();

    /// Lets the studio listen on the network, or on this computer alone.
    void share(Reach reach);

    Reach reach();

    /// The address of a tunnel or reverse proxy that shows this studio to the world; or empty.
    String publicAddress();

    /// Has the public links made from `address`, and keeps it; empty for none.
    void usePublicAddress(String address);

    /// A new key for the room: links given out before are void, viewers who are in stay.
    void renewLink();

    /// The last 100 chat messages, oldest first.
    List<ChatMessage> chat();

    void say(String text);

    void deleteMessage(long messageId);

    void muteViewer(String viewerId);

    void unmuteViewer(String viewerId);

    /// Ends a viewer's visit, in every tab of its browser, and keeps that browser out until the show ends.
    void removeViewer(String viewerId);

    /// The newest notice on each subject that still matters, oldest first.
    List<Notice> notices();

    /// Called on a studio thread whenever chat or notices have changed, with the studio itself.
    void onChange(Consumer<Studio> listener);

    /// Adds a reader of the program's picture, called on the `program` thread.
    void addPreview(FrameSink<VideoFrame> sink);

    void removePreview(FrameSink<VideoFrame> sink);

    /// Where the show is made: scenes, layers, what is on air.
    ShowDesk desk();

    /// Adds a reader of the next scene's picture, as composed; it is composed only while there is one. Called on a
    /// media thread.
    void addScenePreview(FrameSink<VideoFrame> sink);

    void removeScenePreview(FrameSink<VideoFrame> sink);

    /// What each scene looks like, small.
    ScenePictures scenePictures();

    /// The brand kit that dresses the show.
    BrandKit kit();

    /// The kits of this computer: to choose from, to make, to pass on.
    BrandKits kits();

    /// The address of the producer's page, key and all.
    String producerLink();

    /// A new key for producers: the link before is void, and whoever came in by it is out.
    void renewProducerKey();

    /// Ends the show, closes the recording, frees every device.
    @Override
    void close();

    /// How far the studio can be reached.
    enum Reach {
        THIS_COMPUTER,
        NETWORK
    }

    /// One address of the viewer page.
    ///
    /// @param label for people: "This computer", or the name of the network interface
    record ShareLink(Kind kind, String label, URI uri) {
        public enum Kind {
            THIS_COMPUTER,
            NETWORK,
            PUBLIC
        }
    }
}
