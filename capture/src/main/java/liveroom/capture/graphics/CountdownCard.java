package liveroom.capture.graphics;

import liveroom.capture.scene.Content.Countdown;

/// The time that is left, in figures and as a line that becomes shorter.
final class CountdownCard {
    private CountdownCard() {}

    static Drawn draw(Easel easel, Countdown content) {
        TimeLeft left = TimeLeft.of(easel.now(), content.timer());
        double share =
                Math.clamp((double) left.seconds() / Math.max(1, content.timer().seconds()), 0, 1);
        return new Drawn(
                TimeCard.draw(easel, new TimeCard.Reading(content.label(), left.figures(), share)), left.validUntil());
    }
}
