package liveroom.app.window.share;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import liveroom.app.studio.Studio;
import liveroom.app.studio.Studio.Reach;
import liveroom.app.studio.Studio.ShareLink;
import liveroom.app.window.kit.Threads;
import liveroom.app.window.kit.Words;
import liveroom.transport.tls.ServerCertificate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The links for viewers. The key in a link lets anybody in who has it, so it is masked until the host shows it.
///
/// Confined to the JavaFX thread.
public final class LinkModel {
    private static final Logger LOG = LoggerFactory.getLogger(LinkModel.class);
    private static final String MASK = "••••••••";

    private final Studio studio;
    private final Threads threads;
    private boolean asking;
    private final ReadOnlyObjectWrapper<List<ShareLink>> links = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<ServerCertificate>> certificate =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Reach> reach = new ReadOnlyObjectWrapper<>(Reach.THIS_COMPUTER);
    private final BooleanProperty revealed = new SimpleBooleanProperty();

    /// Begins with no links; [#read()] asks for them.
    ///
    /// @param threads where the studio is asked, and where its answer is shown
    public LinkModel(Studio studio, Threads threads) {
        this.studio = studio;
        this.threads = threads;
    }

    /// Asks the studio for its links as they are now. Listing the addresses of a computer takes its time, so it is done
    /// in the background; what is asked while an answer is on its way is answered by it.
    public void read() {
        if (asking) {
            return;
        }
        asking = true;
        threads.background().execute(() -> {
            try {
                List<ShareLink> current = studio.links();
                Reach currentReach = studio.reach();
                Optional<ServerCertificate> currentCertificate = studio.certificate();
                threads.fxThread().execute(() -> {
                    links.set(current);
                    reach.set(currentReach);
                    certificate.set(currentCertificate);
                });
            } catch (RuntimeException e) {
                LOG.error("The links could not be read", e);
            } finally {
                threads.fxThread().execute(() -> asking = false);
            }
        });
    }

    /// Takes the address that the host's tunnel or proxy answers on.
    ///
    /// @return what is wrong with it, in a sentence; empty if it was taken
    public Optional<String> usePublicAddress(String text) {
        String typed = text.strip();
        if (typed.isEmpty()) {
            use("");
            return Optional.empty();
        }
        URI uri;
        try {
            uri = new URI(typed.contains("://") ? typed : "https://" + typed);
        } catch (URISyntaxException _) {
            return Optional.of(Words.of("share.public.malformed"));
        }
        if (!"https".equalsIgnoreCase(uri.getScheme())) {
            return Optional.of(Words.of("share.public.https"));
        }
        if (uri.getHost() == null || uri.getUserInfo() != null) {
            return Optional.of(Words.of("share.public.malformed"));
        }
        if (uri.getQuery() != null || uri.getFragment() != null) {
            return Optional.of(Words.of("share.public.plain"));
        }
        use(uri.toString());
        return Optional.empty();
    }

    private void use(String address) {
        studio.usePublicAddress(address);
        read();
    }

    /// The link that reaches furthest: public, else the network's first, else this computer's.
    public Optional<ShareLink> best() {
        for (ShareLink.Kind kind :
                List.of(ShareLink.Kind.PUBLIC, ShareLink.Kind.NETWORK, ShareLink.Kind.THIS_COMPUTER)) {
            Optional<ShareLink> found = of(kind).stream().findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    public List<ShareLink> of(ShareLink.Kind kind) {
        return links.get().stream().filter(link -> link.kind() == kind).toList();
    }

    /// The link as it may stand on the screen at this moment.
    public String shown(ShareLink link) {
        String text = link.uri().toString();
        int key = text.indexOf('#');
        return revealed.get() || key < 0 ? text : text.substring(0, key + 1) + MASK;
    }

    public void share(Reach wanted) {
        studio.share(wanted);
        read();
    }

    public void renew() {
        studio.renewLink();
        revealed.set(false);
        read();
    }

    public ReadOnlyObjectProperty<List<ShareLink>> links() {
        return links.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Reach> reach() {
        return reach.getReadOnlyProperty();
    }

    /// What browsers are shown over HTTPS, if the studio serves it.
    public ReadOnlyObjectProperty<Optional<ServerCertificate>> certificate() {
        return certificate.getReadOnlyProperty();
    }

    /// Whether keys stand on the screen in clear.
    public BooleanProperty revealed() {
        return revealed;
    }

    /// The address that public links are made from; or empty.
    public String publicAddress() {
        return studio.publicAddress();
    }
}
