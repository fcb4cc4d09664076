package liveroom.app.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import liveroom.transport.Lane;

/// Everything a host has chosen; immutable. The parts are named as in the settings file.
///
/// @param recordings folder that new recordings go to
public record Settings(
        Inputs inputs,
        Picture picture,
        Network network,
        Https https,
        RoomPass room,
        Path recordings,
        Look look,
        Dressing dressing) {

    /// What the host shows and how loud. The sources are written as [liveroom.capture.source.SourceSpec] reads them;
    /// empty means the machine's default device, or the test picture and tone where there is none.
    public record Inputs(String video, String audio, double gainDb) {
        public static final Inputs DEFAULT = new Inputs("", "", 0);

        public Inputs withVideo(String source) {
            return new Inputs(source, audio, gainDb);
        }

        public Inputs withAudio(String source) {
            return new Inputs(video, source, gainDb);
        }

        public Inputs withGainDb(double gain) {
            return new Inputs(video, audio, gain);
        }
    }

    /// The program's picture.
    public record Picture(int width, int height, int fps, int bitrateKbps) {
        public static final Picture DEFAULT = new Picture(1280, 720, 30, 2500);
    }

    /// How viewers reach the studio.
    ///
    /// @param bind address to listen on when the studio opens
    /// @param port to listen on; 0 lets the system choose
    /// @param maxPerAddress most viewers from one address, which may be a whole house; this computer is not counted
    /// @param stun addresses such as `stun:stun.example.org:3478`
    /// @param turn addresses such as `turn:USER:PASSWORD@turn.example.org:3478`
    /// @param lane the one for viewers who can take it; the shared one encodes once for all of them
    /// @param publicUrl address under which a tunnel or a reverse proxy shows this studio to the world; or empty
    public record Network(
            String bind,
            int port,
            int maxViewers,
            int maxPerAddress,
            List<String> stun,
            List<String> turn,
            Lane lane,
            String publicUrl) {
        public static final String THIS_COMPUTER = "127.0.0.1";
        public static final String EVERYWHERE = "0.0.0.0";
        public static final Network DEFAULT =
                new Network(THIS_COMPUTER, 8787, 100, 8, List.of(), List.of(), Lane.SHARED, "");

        public Network {
            stun = List.copyOf(stun);
            turn = List.copyOf(turn);
        }

        public Network withPort(int newPort) {
            return new Network(bind, newPort, maxViewers, maxPerAddress, stun, turn, lane, publicUrl);
        }

        public Network withMaxViewers(int viewers) {
            return new Network(bind, port, viewers, maxPerAddress, stun, turn, lane, publicUrl);
        }

        public Network withMaxPerAddress(int viewers) {
            return new Network(bind, port, maxViewers, viewers, stun, turn, lane, publicUrl);
        }

        public Network withStun(List<String> addresses) {
            return new Network(bind, port, maxViewers, maxPerAddress, addresses, turn, lane, publicUrl);
        }

        public Network withTurn(List<String> addresses) {
            return new Network(bind, port, maxViewers, maxPerAddress, stun, addresses, lane, publicUrl);
        }

        public Network withPublicUrl(String url) {
            return new Network(bind, port, maxViewers, maxPerAddress, stun, turn, lane, url);
        }
    }

    /// How the studio serves HTTPS, beside HTTP.
    ///
    /// @param port to listen on; 0 lets the system choose
    /// @param selfMade file that keeps the studio's own certificate
    /// @param chain PEM file of a certificate that the host supplies; or empty
    /// @param privateKey PEM file of its key; or empty
    public record Https(int port, Path selfMade, String chain, String privateKey) {
        public static final int PORT = 8788;

        public Https withPort(int newPort) {
            return new Https(newPort, selfMade, chain, privateKey);
        }
    }

    /// How the studio looks to the host.
    public record Look(Theme theme, int windowWidth, int windowHeight) {
        public static final Look DEFAULT = new Look(Theme.DARK, 1280, 800);

        public Look withTheme(Theme newTheme) {
            return new Look(newTheme, windowWidth, windowHeight);
        }

        public Look withWindow(int width, int height) {
            return new Look(theme, width, height);
        }
    }

    /// How the host works on scenes.
    ///
    /// @param keys the keys that the host has given to actions, as `Shortcut+Shift+K`, by the action's name
    public record Dressing(StudioMode studioMode, Typing typing, Map<String, String> keys) {
        public static final Dressing DEFAULT = new Dressing(StudioMode.OPEN, Typing.CONFIRMED, Map.of());

        public Dressing {
            keys = Map.copyOf(keys);
        }

        public Dressing withStudioMode(StudioMode mode) {
            return new Dressing(mode, typing, keys);
        }

        public Dressing withTyping(Typing newTyping) {
            return new Dressing(studioMode, newTyping, keys);
        }

        /// In the order of the actions' names, so that the file stays readable.
        public Map<String, String> sortedKeys() {
            return new TreeMap<>(keys);
        }

        public Dressing withKeys(Map<String, String> newKeys) {
            return new Dressing(studioMode, typing, newKeys);
        }
    }

    /// Whether the next scene has a picture of its own, with what it takes to work on it.
    public enum StudioMode {
        OPEN,
        FOLDED
    }

    /// When what is typed into a layer comes into the show.
    public enum Typing {
        CONFIRMED,
        AT_ONCE
    }

    public enum Theme {
        DARK,
        LIGHT
    }

    /// What a studio starts with that was never opened before: the defaults, and a room of its own.
    public static Settings fresh(StudioHome home) {
        return new Settings(
                Inputs.DEFAULT,
                Picture.DEFAULT,
                Network.DEFAULT,
                new Https(Https.PORT, home.certificate(), "", ""),
                RoomPass.generate(RoomPass.DEFAULT_TITLE),
                home.recordings(),
                Look.DEFAULT,
                Dressing.DEFAULT);
    }

    public Settings withInputs(Inputs newInputs) {
        return new Settings(newInputs, picture, network, https, room, recordings, look, dressing);
    }

    public Settings withPicture(Picture newPicture) {
        return new Settings(inputs, newPicture, network, https, room, recordings, look, dressing);
    }

    public Settings withNetwork(Network newNetwork) {
        return new Settings(inputs, picture, newNetwork, https, room, recordings, look, dressing);
    }

    public Settings withHttps(Https newHttps) {
        return new Settings(inputs, picture, network, newHttps, room, recordings, look, dressing);
    }

    public Settings withRoom(RoomPass newRoom) {
        return new Settings(inputs, picture, network, https, newRoom, recordings, look, dressing);
    }

    public Settings withRecordings(Path folder) {
        return new Settings(inputs, picture, network, https, room, folder, look, dressing);
    }

    public Settings withLook(Look newLook) {
        return new Settings(inputs, picture, network, https, room, recordings, newLook, dressing);
    }

    public Settings withDressing(Dressing newDressing) {
        return new Settings(inputs, picture, network, https, room, recordings, look, newDressing);
    }
}
