package liveroom.capture.graphics;

import liveroom.capture.scene.Content.Countdown;

/// The time that is left, in figures and as a line that becomes shorter.
final class CountdownCard {
    private CountdownCard() {}

    static Drawn draw(Easel easel, Countdown content) {
        TimeLeft left = content.endsAtMillis() == 0
                ? TimeLeft.notStarted(content.seconds())
                : TimeLeft.at(easel.now(), content.endsAtMillis());
        double share = Math.clamp((double) left.seconds() / Math.max(1, content.seconds()), 0, 1);
        return new Drawn(
                TimeCard.draw(easel, new TimeCard.Reading(content.label(), left.figures(), share)), left.validUntil());
    }
}
