package liveroom.app.producer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import liveroom.app.testing.Visit;
import liveroom.capture.scene.Transition;
import liveroom.capture.show.ShowCommand;
import liveroom.capture.show.ShowDesk.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;

/// What viewers are offered beside the picture, on their own page.
class CompanionPageTest extends ProducerTest {
    static void offerLamp(ProducerRoom studio) throws RefusedException {
        studio.desk.perform(new ShowCommand.Preview("lamp"), "host");
        studio.desk.perform(new ShowCommand.Take(Transition.CUT), "host");
    }

    private Visit viewer() {
        return new Visit(browser, 1280, 720).to(studio.viewersLink(), "live");
    }

    @Test
    @Execution(CONCURRENT)
    void product_onScreen_isALinkBesideThePicture_andGoesWithIt() throws Exception {
        try (Visit visit = viewer()) {
            Page page = visit.page();
            Locator card = page.locator("#companion");
            assertThat(card).isHidden();
            offerLamp(studio);
            assertThat(card).isVisible();
            assertThat(page.locator("#companion-title")).hasText("Reading lamp, brass");
            Locator link = page.locator("#companion-link");
            assertThat(link).hasAttribute("href", "https://shop.example/lamp");
            assertThat(link).hasAttribute("rel", "noopener noreferrer");
            assertThat(link).hasAttribute("target", "_blank");
            assertThat(page.locator("#companion-host")).hasText("shop.example");
            studio.desk.perform(new ShowCommand.Take(Transition.CUT), "host");
            assertThat(card).isHidden();
            assertThat(visit.complaints()).isEmpty();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void comment_onScreen_isTextAndNothingElse() throws Exception {
        String hostile = "<img src=x onerror=globalThis.harmed=1>";
        studio.desk.perform(new ShowCommand.PutComment("<b>Eve</b>", hostile), "host");
        try (Visit visit = viewer()) {
            Page page = visit.page();
            assertThat(page.locator("#companion-title")).hasText("<b>Eve</b>");
            assertThat(page.locator("#companion-text")).hasText(hostile);
            assertThat(page.locator("#companion-link"))
                    .not()
                    .hasAttribute("href", java.util.regex.Pattern.compile(".*"));
            assertThat(page.locator("#companion :is(img, b)")).hasCount(0);
            assertThat(page.evaluate("() => globalThis.harmed")).isNull();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void putAway_staysAwayUntilSomethingElseIsOnScreen() throws Exception {
        offerLamp(studio);
        try (Visit visit = viewer()) {
            Page page = visit.page();
            page.locator("#companion-close").click();
            assertThat(page.locator("#companion")).isHidden();
            studio.desk.perform(new ShowCommand.PutComment("Mira", "Which lamp?"), "host");
            assertThat(page.locator("#companion-text")).hasText("Which lamp?");
        }
    }

    @Test
    @Execution(CONCURRENT)
    void offers_thatCannotBe_areIgnored() {
        try (Visit visit = viewer()) {
            Object read = visit.page().evaluate("""
                    async () => {
                        const { Control } = await import('/viewer/control.js');
                        const channel = new EventTarget();
                        const offers = [];
                        new Control(channel, () => 0).addEventListener('on-screen', ({detail}) => offers.push(detail));
                        const tell = (detail) => channel.dispatchEvent(new CustomEvent('message', {detail}));
                        const links = ['javascript:alert(1)', 'data:text/html,x', 'https://user:pass@x.example/', 'nonsense',
                            7, null, 'https://' + 'x'.repeat(600) + '.example/', 'https://fine.example/a'];
                        links.forEach((link) => tell({type: 'on-screen', kind: 'product', title: {}, text: 5, link, at: 'x'}));
                        tell({type: 'on-screen', kind: 'script', title: 'x'});
                        tell({type: 'on-screen'});
                        return offers.map((offer) => [offer.title, offer.text, offer.link].join('|')).join(' ');
                    }
                    """);
            assertThat(read).isEqualTo("|| || || || || || || ||https://fine.example/a");
        }
    }
}
