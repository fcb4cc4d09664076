package liveroom.app.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import liveroom.app.settings.Settings;
import liveroom.transport.peer.IceServer;
import org.junit.jupiter.api.Test;

class IceServersTest {
    @Test
    void of_stunAndTurn_takesTheCredentialsOutOfTheAddress() {
        Settings.Network network = Settings.Network.DEFAULT
                .withStun(List.of("stun:stun.example.org:3478"))
                .withTurn(List.of("turn:ana:se:cret@turn.example.org:3478?transport=udp"));

        assertThat(IceServers.of(network))
                .containsExactly(
                        new IceServer("stun:stun.example.org:3478", "", ""),
                        new IceServer("turn:turn.example.org:3478?transport=udp", "ana", "se:cret"));
    }
}
