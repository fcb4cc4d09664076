package liveroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import liveroom.app.window.kit.Style;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The invitation and the settings, in the real window.
class DialogsTest extends WindowTest {
    @Test
    void invite_network_sharesAndShowsTheCodeOnlyWhenRevealed() {
        window.await("the link is there", () -> window.text("link-text").contains("watch"));
        assertThat(WindowHarness.onFx(() -> window.text("link-text"))).doesNotContain("k3y");
        window.click("invite");
        window.press("share-NETWORK");
        WindowHarness.onFx(() -> {
            window.find("share-network", CheckBox.class).fire();
            return true;
        });
        window.await("it is shared", () -> studio.asked().contains("share NETWORK"));
        window.await("both addresses are listed", () -> linkTexts().size() == 2);
        assertThat(WindowHarness.onFx(this::linkTexts))
                .allSatisfy(text -> assertThat(text).doesNotContain("k3y"));
        assertThat(WindowHarness.onFx(() -> window.shows("qr-code"))).isFalse();
        window.press("reveal-link");
        window.await("the code is shown", () -> window.shows("qr-code"));
        assertThat(WindowHarness.onFx(this::linkTexts))
                .allSatisfy(text -> assertThat(text).contains("k3y"));
        window.press("renew-link");
        window.press("confirm");
        window.await("it was renewed", () -> studio.asked().contains("renew"));
    }

    private List<String> linkTexts() {
        return window.find("link-dialog", Region.class).lookupAll("." + Style.LINK_FIELD).stream()
                .map(node -> ((Labeled) node).getText())
                .toList();
    }

    @Test
    void invite_publicAddress_isCheckedAndUsedForProducersToo() {
        window.click("invite");
        window.press("share-PUBLIC");
        typePublic("http://live.example.org");
        window.await("it is refused", () -> !window.text("public-problem").isEmpty());
        typePublic("https://live.example.org");
        window.await("the link is made", () -> linkTexts().stream().anyMatch(text -> text.contains("live.example")));
        assertThat(studio.asked()).contains("public https://live.example.org");
        window.await(
                "the producer's link follows",
                () -> window.text("producer-link").startsWith("https://live.example.org/producer#"));
    }

    private void typePublic(String address) {
        WindowHarness.onFx(() -> {
            window.find("public-address", TextField.class).setText(address);
            window.find("public-use", Button.class).fire();
            return true;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"settings", "invite", "shortcuts"})
    void dialog_openedWhileAnythingHadTheKeyboard_hasItAndEscapeClosesIt(String button) {
        WindowHarness.onFx(() -> {
            window.find("hands-on", Node.class).requestFocus();
            return true;
        });
        window.press(button);
        window.await("it has the keyboard", this::dialogHasTheKeyboard);
        window.robot().push(KeyCode.ESCAPE);
        window.await("it has gone", () -> window.stage().getScene().lookup("." + Style.DIALOG) == null);
    }

    private boolean dialogHasTheKeyboard() {
        Node dialog = window.stage().getScene().lookup("." + Style.DIALOG);
        Node at = window.stage().getScene().getFocusOwner();
        while (at != null && !at.equals(dialog)) {
            at = at.getParent();
        }
        return dialog != null && at != null;
    }

    @Test
    void settings_wrongThenRight_areKept() {
        window.click("settings");
        fill("settings-PORT", "99999");
        window.press("settings-save");
        assertThat(WindowHarness.onFx(() -> window.shows("settings-dialog"))).isTrue();
        fill("settings-PORT", "9000");
        window.press("settings-save");
        window.await("the form has gone", () -> !window.shows("settings-dialog"));
        assertThat(window.settings().network().port()).isEqualTo(9000);
    }

    private void fill(String field, String text) {
        window.await(field + " is there", () -> window.shows(field));
        WindowHarness.onFx(() -> {
            window.find(field, TextField.class).setText(text);
            return true;
        });
    }
}
