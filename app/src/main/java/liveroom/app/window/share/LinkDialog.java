package liveroom.app.window.share;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import liveroom.app.studio.Studio.Reach;
import liveroom.app.studio.Studio.ShareLink;
import liveroom.app.studio.Studio.ShareLink.Kind;
import liveroom.app.window.kit.Confirmation;
import liveroom.app.window.kit.Controls;
import liveroom.app.window.kit.Overlay;
import liveroom.app.window.kit.Scroller;
import liveroom.app.window.kit.States;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Words;
import liveroom.transport.tls.ServerCertificate;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// How viewers come in: from this computer, from this network, from anywhere. One link, its QR code, one button to
/// copy.
public final class LinkDialog extends VBox {
    private final LinkModel model;
    private final Overlay overlay;
    private final LinkCopier copier;
    private final ToggleGroup kinds = new ToggleGroup();
    private final Map<Kind, ToggleButton> kindButtons = new EnumMap<>(Kind.class);
    private final Label explanation = Controls.label("", Style.MUTED_TEXT);
    private final CheckBox network = new CheckBox(Words.of("share.network.allow"));
    private final TextField address = new TextField();
    private final Label addressProblem = Controls.label("", Style.SMALL_TEXT, Style.PROBLEM_TEXT);
    private final VBox addressBox = new VBox();
    private final VBox rows = new VBox();
    private final Label secureNote = Controls.label("", Style.SMALL_TEXT, Style.MUTED_TEXT);
    private final QrCode qrCode = new QrCode();
    private final StackPane qrPlace = new StackPane();
    private final Button reveal = Controls.button("share.reveal", Feather.EYE, this::toggleReveal, Style.QUIET_BUTTON);
    private final Subscription subscriptions;
    private @Nullable ShareLink shown;

    public LinkDialog(LinkModel model, ProducerModel producer, Overlay overlay, LinkCopier copier) {
        this.model = model;
        this.overlay = overlay;
        this.copier = copier;
        getStyleClass().add("room-link-dialog");
        setId("link-dialog");
        setPrefWidth(704);
        setAccessibleText(Words.of("share.title"));
        explanation.setWrapText(true);
        explanation.setMinHeight(USE_PREF_SIZE);
        VBox content = new VBox(explanation, middle(), new ProducerCard(producer, overlay, copier));
        content.getStyleClass().add("room-link-content");
        getChildren().addAll(head(), kindBar(), new Scroller(content), foot());
        subscriptions = Subscription.combine(
                model.links().subscribe(_ -> {
                    fill();
                    producer.read();
                }),
                model.certificate().subscribe(_ -> fill()),
                model.revealed().subscribe(_ -> fill()),
                model.reach().subscribe(reach -> {
                    network.setSelected(reach == Reach.NETWORK);
                    fill();
                }));
        kinds.selectedToggleProperty().subscribe((before, after) -> {
            if (after == null) {
                kinds.selectToggle(before);
            }
            fill();
        });
        select(model.best().map(ShareLink::kind).orElse(Kind.THIS_COMPUTER));
    }

    /// Shows the dialog.
    public static void open(LinkModel model, ProducerModel producer, Overlay overlay, LinkCopier copier) {
        model.read();
        LinkDialog dialog = new LinkDialog(model, producer, overlay, copier);
        overlay.show(dialog, dialog.firstControl(), () -> {
            dialog.subscriptions.unsubscribe();
            model.revealed().set(false);
        });
    }

    private Node firstControl() {
        return kinds.getSelectedToggle() instanceof Node node ? node : reveal;
    }

    private HBox head() {
        Button close = Controls.iconButton("dialog.close", Feather.X, overlay::close);
        HBox head = new HBox(Controls.label(Words.of("share.title"), Style.HEADING), Controls.spring(), close);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private HBox kindBar() {
        HBox bar = new HBox();
        bar.getStyleClass().add("room-segments");
        for (Kind kind : List.of(Kind.THIS_COMPUTER, Kind.NETWORK, Kind.PUBLIC)) {
            ToggleButton button = new ToggleButton(Words.of("share.kind." + kind.name()));
            button.setId("share-" + kind.name());
            button.setToggleGroup(kinds);
            button.setUserData(kind);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setPrefWidth(120);
            HBox.setHgrow(button, Priority.ALWAYS);
            Controls.hint(button, Words.of("share.explain." + kind.name()));
            kindButtons.put(kind, button);
            bar.getChildren().add(button);
        }
        return bar;
    }

    private HBox middle() {
        network.setId("share-network");
        network.setOnAction(_ -> model.share(network.isSelected() ? Reach.NETWORK : Reach.THIS_COMPUTER));
        Controls.hint(network, Words.of("share.network.hint"));
        address.setId("public-address");
        address.setPromptText("https://live.example.org");
        Controls.name(address, Words.of("share.public.field"));
        address.setText(model.publicAddress());
        Button use = Controls.button("share.public.use", Feather.CHECK, this::useAddress);
        use.setId("public-use");
        address.setOnAction(_ -> useAddress());
        HBox.setHgrow(address, Priority.ALWAYS);
        HBox line = new HBox(address, use);
        line.getStyleClass().add(Style.ROW);
        addressProblem.setId("public-problem");
        addressProblem.setWrapText(true);
        addressBox.getChildren().addAll(line, addressProblem);
        addressBox.getStyleClass().add(Style.ROW);
        rows.getStyleClass().add("room-link-rows");
        secureNote.setId("https-note");
        secureNote.setWrapText(true);
        secureNote.setMinHeight(USE_PREF_SIZE);
        VBox left = new VBox(network, addressBox, rows, secureNote);
        left.getStyleClass().add("room-link-left");
        HBox.setHgrow(left, Priority.ALWAYS);
        left.setMinWidth(0);
        left.setPrefWidth(200);
        qrPlace.getStyleClass().add("room-qr-place");
        qrPlace.setMinSize(224, 224);
        HBox middle = new HBox(left, qrPlace);
        middle.getStyleClass().add("room-link-middle");
        return middle;
    }

    private HBox foot() {
        Button renew = Controls.button("share.renew", Feather.REFRESH_CW, this::askRenew, Style.QUIET_BUTTON);
        renew.setId("renew-link");
        Button done = Controls.button("dialog.done", Feather.CHECK, overlay::close, Style.MAIN_BUTTON);
        done.setGraphic(null);
        reveal.setId("reveal-link");
        HBox foot = new HBox(renew, reveal, Controls.spring(), done);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add(Style.ROW);
        return foot;
    }

    private Kind kind() {
        return kinds.getSelectedToggle() instanceof ToggleButton button && button.getUserData() instanceof Kind kind
                ? kind
                : Kind.THIS_COMPUTER;
    }

    private void select(Kind kind) {
        ToggleButton button = kindButtons.get(kind);
        if (button != null) {
            kinds.selectToggle(button);
        }
    }

    private void fill() {
        Kind kind = kind();
        List<ShareLink> links =
                kind == Kind.NETWORK && model.reach().get() != Reach.NETWORK ? List.of() : model.of(kind);
        explanation.setText(Words.of("share.explain." + kind.name()));
        Controls.present(network, kind == Kind.NETWORK);
        Controls.present(addressBox, kind == Kind.PUBLIC);
        Controls.present(addressProblem, !addressProblem.getText().isEmpty());
        if (shown == null || !links.contains(shown)) {
            shown = links.isEmpty() ? null : links.getFirst();
        }
        rows.getChildren().setAll(links.stream().map(this::row).toList());
        if (links.isEmpty()) {
            Label none = Controls.label(Words.of("share.none." + kind.name()), Style.MUTED_TEXT);
            none.setWrapText(true);
            rows.getChildren().add(none);
        }
        Optional<ServerCertificate> certificate = model.certificate().get();
        Controls.present(secureNote, kind == Kind.NETWORK && !links.isEmpty() && certificate.isPresent());
        certificate.ifPresent(shownToBrowsers -> secureNote.setText(
                Words.of("share.https." + shownToBrowsers.issuer().name(), shownToBrowsers.fingerprint())));
        boolean revealed = model.revealed().get();
        reveal.setText(Words.of(revealed ? "share.hide" : "share.reveal"));
        Controls.picture(reveal, revealed ? Feather.EYE_OFF : Feather.EYE);
        fillQrCode(revealed);
    }

    private void fillQrCode(boolean revealed) {
        ShareLink link = shown;
        if (link == null) {
            qrPlace.getChildren().setAll(Controls.icon(Feather.LINK_2));
            return;
        }
        if (!revealed) {
            Button show = Controls.button("share.qr.show", Feather.EYE, this::toggleReveal, Style.QUIET_BUTTON);
            show.setId("show-qr-code");
            qrPlace.getChildren().setAll(show);
            return;
        }
        qrCode.show(link.uri().toString());
        qrPlace.getChildren().setAll(qrCode);
    }

    private Node row(ShareLink link) {
        Label name = Controls.label(name(link), Style.LABEL);
        Label text = Controls.label(model.shown(link), Style.LINK_FIELD, Style.FIXED_TEXT);
        text.setMaxWidth(Double.MAX_VALUE);
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        Button copy = Controls.iconButton("share.copy", Feather.COPY, () -> copier.copy(link));
        copy.getStyleClass().add("room-copy");
        HBox line = new HBox(text, copy);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add(Style.ROW);
        VBox row = new VBox(name, line);
        row.getStyleClass().add("room-link-row");
        row.pseudoClassStateChanged(
                States.GOOD, link.equals(shown) && model.of(link.kind()).size() > 1);
        if (model.of(link.kind()).size() > 1) {
            Button select = Controls.iconButton("share.qr.this", Feather.GRID, () -> {
                shown = link;
                fill();
            });
            line.getChildren().add(select);
        }
        return row;
    }

    private static String name(ShareLink link) {
        return link.kind() == Kind.NETWORK
                ? Words.of("share.row." + link.uri().getScheme(), link.label())
                : link.label();
    }

    private void useAddress() {
        Optional<String> problem = model.usePublicAddress(address.getText());
        addressProblem.setText(problem.orElse(""));
        fill();
    }

    private void toggleReveal() {
        model.revealed().set(!model.revealed().get());
    }

    private void askRenew() {
        Confirmation.ask(overlay, "share.renew.ask", model::renew);
    }
}
