package liveroom.app.window.brand;

import javafx.animation.Interpolator;
import javafx.animation.PauseTransition;
import javafx.animation.SequentialTransition;
import javafx.animation.TranslateTransition;
import javafx.scene.image.ImageView;
import javafx.util.Duration;
import liveroom.app.window.brand.Specimen.Performance;
import liveroom.capture.scene.Animation;

/// The specimen's lower third as it goes and comes, once and as on air; then nothing moves.
///
/// Confined to the JavaFX thread.
final class SpecimenMotion {
    private static final Duration GONE = Duration.millis(500);

    private final ImageView view = new ImageView();
    private final Runnable ended;
    private SequentialTransition playing = new SequentialTransition();

    /// @param ended called whenever it has come to rest
    SpecimenMotion(Runnable ended) {
        this.ended = ended;
        view.setId("kit-specimen-moving");
        view.setVisible(false);
    }

    /// Lies over what is behind it, as large as that.
    ImageView view() {
        return view;
    }

    boolean isPlaying() {
        return view.isVisible();
    }

    /// Begins; whatever was under way ends.
    void play(Performance performance) {
        playing.stop();
        view.setImage(SpecimenView.image(performance.moving()));
        view.setTranslateX(0);
        view.setVisible(true);
        double away = -performance.distance() * view.getFitWidth();
        playing = new SequentialTransition(
                slide(performance, 0, away), new PauseTransition(GONE), slide(performance, away, 0));
        playing.setOnFinished(_ -> stop());
        playing.play();
    }

    private TranslateTransition slide(Performance performance, double from, double to) {
        Animation animation = performance.animation();
        TranslateTransition slide =
                new TranslateTransition(Duration.millis(animation.millis() * performance.stretch()), view);
        slide.setFromX(from);
        slide.setToX(to);
        slide.setInterpolator(new Interpolator() {
            @Override
            protected double curve(double time) {
                return animation.ease().at(time);
            }
        });
        return slide;
    }

    /// Comes to rest at once.
    void stop() {
        if (isPlaying()) {
            playing.stop();
            view.setVisible(false);
            view.setImage(null);
            ended.run();
        }
    }
}
