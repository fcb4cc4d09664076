package liveroom.app.window.share;

import javafx.scene.image.ImageView;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import liveroom.app.window.kit.Style;
import liveroom.app.window.kit.Words;

/// A link as a QR code: black on white in either theme, with the quiet zone that readers want, each module a whole
/// number of pixels.
final class QrCode extends StackPane {
    private static final int QUIET_MODULES = 4;
    private static final int SIZE = 208;

    private final ImageView view = new ImageView();

    QrCode() {
        getStyleClass().add(Style.QR_CODE);
        view.setSmooth(false);
        setMinSize(SIZE, SIZE);
        setPrefSize(SIZE, SIZE);
        setMaxSize(SIZE, SIZE);
        getChildren().add(view);
        setId("qr-code");
        view.setAccessibleText(Words.of("share.qr"));
    }

    void show(String text) {
        io.nayuki.qrcodegen.QrCode code =
                io.nayuki.qrcodegen.QrCode.encodeText(text, io.nayuki.qrcodegen.QrCode.Ecc.MEDIUM);
        int modules = code.size + 2 * QUIET_MODULES;
        int scale = Math.max(1, SIZE / modules);
        WritableImage image = new WritableImage(modules * scale, modules * scale);
        PixelWriter pixels = image.getPixelWriter();
        for (int y = 0; y < modules * scale; y++) {
            for (int x = 0; x < modules * scale; x++) {
                boolean dark = code.getModule(x / scale - QUIET_MODULES, y / scale - QUIET_MODULES);
                pixels.setColor(x, y, dark ? Color.BLACK : Color.WHITE);
            }
        }
        view.setImage(image);
    }
}
