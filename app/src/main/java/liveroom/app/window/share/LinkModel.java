package liveroom.app.window.share;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import liveroom.app.studio.Studio;
import liveroom.app.studio.Studio.Reach;
import liveroom.app.studio.Studio.ShareLink;
import liveroom.app.window.kit.Threads;
import liveroom.app.window.kit.Words;
import liveroom.transport.tls.ServerCertificate;
import org.jspecify.annotations.Nullable;
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
    private List<ShareLink> ofStudio = List.of();
    private boolean asking;
    private final ReadOnlyObjectWrapper<List<ShareLink>> links = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<ServerCertificate>> certificate =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Reach> reach = new ReadOnlyObjectWrapper<>(Reach.THIS_COMPUTER);
    private final BooleanProperty revealed = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable URI> publicAddress = new SimpleObjectProperty<>();

    /// Begins with no links; [#read()] asks for them.
    ///
    /// @param threads where the studio is asked, and where its answer is shown
    public LinkModel(Studio studio, Threads threads) {
        this.studio = studio;
        this.threads = threads;
        publicAddress.subscribe(this::show);
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
                    ofStudio = current;
                    reach.set(currentReach);
                    certificate.set(currentCertificate);
                    show();
                });
            } catch (RuntimeException e) {
                LOG.error("The links could not be read", e);
            } finally {
                threads.fxThread().execute(() -> asking = false);
            }
        });
    }

    private void show() {
        List<ShareLink> all = new ArrayList<>(ofStudio);
        all.removeIf(link -> link.kind() == ShareLink.Kind.PUBLIC);
        publicLink(all).ifPresent(all::add);
        links.set(List.copyOf(all));
    }

    private Optional<ShareLink> publicLink(List<ShareLink> current) {
        URI address = publicAddress.get();
        if (address == null || current.isEmpty()) {
            return Optional.empty();
        }
        URI local = current.getFirst().uri();
        String path = address.getPath() == null ? "" : address.getPath().replaceAll("/+$", "");
        try {
            URI uri = new URI(
                    address.getScheme(),
                    null,
                    address.getHost(),
                    address.getPort(),
                    path + local.getPath(),
                    null,
                    local.getFragment());
            return Optional.of(new ShareLink(ShareLink.Kind.PUBLIC, Words.of("share.public"), uri));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /// Takes the address that the host's tunnel or proxy answers on.
    ///
    /// @return what is wrong with it, in a sentence; empty if it was taken
    public Optional<String> usePublicAddress(String text) {
        String typed = text.strip();
        if (typed.isEmpty()) {
            publicAddress.set(null);
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
        publicAddress.set(uri);
        return Optional.empty();
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

    public ObjectProperty<@Nullable URI> publicAddress() {
        return publicAddress;
    }
}
