package liveroom.transport;

import java.util.Optional;
import liveroom.capture.scene.Content;
import liveroom.capture.scene.Layer;
import liveroom.capture.show.DeskState;

/// What viewers are offered beside the picture: the foremost thing on air that they might open or read again.
///
/// @param kind `product`, `comment` or `none`
/// @param title a product's name, or who is quoted
/// @param text a product's price, or what is quoted
/// @param link a product's address, else empty
record OnScreen(String kind, String title, String text, String link) {
    static final OnScreen NOTHING = new OnScreen("none", "", "", "");

    static OnScreen of(DeskState state) {
        return state.program().layers().reversed().stream()
                .filter(Layer::shown)
                .flatMap(layer -> of(layer.content()).stream())
                .findFirst()
                .orElse(NOTHING);
    }

    private static Optional<OnScreen> of(Content content) {
        return switch (content) {
            case Content.Product product
            when !product.link().isEmpty() ->
                Optional.of(new OnScreen("product", product.name(), product.price(), product.link()));
            case Content.Comment comment
            when !comment.text().isBlank() ->
                Optional.of(new OnScreen("comment", comment.author(), comment.text(), ""));
            default -> Optional.empty();
        };
    }
}
