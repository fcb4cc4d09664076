package liveroom.app.studio;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import liveroom.app.settings.Settings;
import liveroom.app.text.Messages;
import liveroom.transport.Room;
import liveroom.transport.TransportException;
import liveroom.transport.tls.SelfMadeCertificate;
import liveroom.transport.tls.ServerCertificate;
import liveroom.transport.tls.SuppliedCertificate;

/// The room's HTTPS: with the host's certificate if there is one, else with the studio's own. The show
/// does without when neither can be had, and the host is told. [#open()] on the thread `studio`; the
/// rest from any.
final class SecureDoor {
    private final Room room;
    private final Settings.Https https;
    private final NoticeBoard notices;
    private final Messages messages;
    private volatile Optional<ServerCertificate> certificate = Optional.empty();

    SecureDoor(Room room, Settings.Https https, NoticeBoard notices, Messages messages) {
        this.room = room;
        this.https = https;
        this.notices = notices;
        this.messages = messages;
    }

    void open() {
        try {
            ServerCertificate loaded = load();
            room.openSecure(https.port(), loaded);
            certificate = Optional.of(loaded);
        } catch (IOException e) {
            without(e);
        } catch (TransportException e) {
            // A studio that closes meanwhile needs no HTTPS any more.
            if (e.code() != TransportException.Code.CLOSED) {
                without(e);
            }
        }
    }

    private void without(Exception cause) {
        notices.post(
                Notice.Severity.WARNING,
                Notice.Subject.HTTPS,
                messages.text("https.without", String.valueOf(cause.getMessage())));
    }

    private ServerCertificate load() throws IOException {
        return https.chain().isEmpty()
                ? new SelfMadeCertificate(https.selfMade(), Clock.systemUTC()).load()
                : SuppliedCertificate.load(Path.of(https.chain()), Path.of(https.privateKey()), Clock.systemUTC());
    }

    /// What viewers' browsers are shown; empty while there is no HTTPS.
    Optional<ServerCertificate> certificate() {
        return certificate;
    }
}
