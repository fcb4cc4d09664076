package liveroom.transport.tls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Key;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import liveroom.transport.http.HttpAnswer;
import liveroom.transport.http.HttpDoor;
import liveroom.transport.tls.ServerCertificate.Issuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerCertificateTest {
    @TempDir
    Path folder;

    @Test
    void load_selfMade_servesHttpsWithTheFingerprintThatItTells() throws Exception {
        ServerCertificate certificate = selfMade(Clock.systemUTC()).load();

        assertThat(certificate.issuer()).isEqualTo(Issuer.STUDIO);
        assertThat(servedFingerprint(certificate)).isEqualTo(certificate.fingerprint());
    }

    @Test
    void load_again_isTheSameCertificateAndItsFileIsPrivate() throws Exception {
        ServerCertificate first = selfMade(Clock.systemUTC()).load();

        assertThat(selfMade(Clock.systemUTC()).load().fingerprint()).isEqualTo(first.fingerprint());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void load_shortlyBeforeItExpires_isMadeAnew() throws Exception {
        ServerCertificate first = selfMade(Clock.systemUTC()).load();
        Instant late = first.expires().minus(Duration.ofDays(29));

        assertThat(selfMade(Clock.fixed(late, ZoneOffset.UTC)).load().fingerprint())
                .isNotEqualTo(first.fingerprint());
    }

    @Test
    void load_brokenFile_isMadeAnew() throws Exception {
        Files.writeString(file(), "not a key store");

        assertThat(selfMade(Clock.systemUTC()).load().fingerprint()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
    }

    @Test
    void load_folderThatCannotBe_saysSo() throws Exception {
        Path inTheWay = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> new SelfMadeCertificate(inTheWay.resolve("certificate.p12"), Clock.systemUTC()).load())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("could not make a certificate");
    }

    @Test
    void supplied_pemFiles_serveHttps() throws Exception {
        selfMade(Clock.systemUTC()).load();
        ServerCertificate supplied =
                SuppliedCertificate.load(pemChain("chain.pem"), pemKey(file(), "key.pem"), Clock.systemUTC());

        assertThat(supplied.issuer()).isEqualTo(Issuer.HOST);
        assertThat(servedFingerprint(supplied)).isEqualTo(supplied.fingerprint());
    }

    @Test
    void supplied_keyOfAnotherCertificate_isRefused() throws Exception {
        selfMade(Clock.systemUTC()).load();
        Path chain = pemChain("chain.pem");
        Path other = folder.resolve("other.p12");
        new SelfMadeCertificate(other, Clock.systemUTC()).load();

        assertThatThrownBy(() -> SuppliedCertificate.load(chain, pemKey(other, "key.pem"), Clock.systemUTC()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot be used");
    }

    @Test
    void supplied_expiredOrNotYetValid_isRefusedAndSaysWhen() throws Exception {
        Instant expires = selfMade(Clock.systemUTC()).load().expires();
        Path chain = pemChain("chain.pem");
        Path key = pemKey(file(), "key.pem");

        assertThatThrownBy(() -> SuppliedCertificate.load(chain, key, () -> expires.plusSeconds(1)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("it expired at " + expires);
        assertThatThrownBy(() -> SuppliedCertificate.load(chain, key, () -> Instant.EPOCH))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("it is valid from ");
    }

    @Test
    void supplied_garbageOrNothing_isRefusedWithASentence() throws Exception {
        Path garbage = Files.writeString(folder.resolve("garbage.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n");

        assertThatThrownBy(() -> SuppliedCertificate.load(garbage, garbage, Clock.systemUTC()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("PEM");
        assertThatThrownBy(() -> SuppliedCertificate.load(folder.resolve("absent"), garbage, Clock.systemUTC()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot be read");
    }

    private Path file() {
        return folder.resolve("certificate.p12");
    }

    private SelfMadeCertificate selfMade(Clock clock) {
        return new SelfMadeCertificate(file(), clock);
    }

    private Path pemChain(String name) throws Exception {
        return pem(name, "CERTIFICATE", store(file()).getCertificate("studio").getEncoded());
    }

    private Path pemKey(Path store, String name) throws Exception {
        Key key = store(store).getKey("studio", "liveroom".toCharArray());
        return pem(name, "PRIVATE KEY", key.getEncoded());
    }

    private Path pem(String name, String kind, byte[] bytes) throws Exception {
        String text = Base64.getMimeEncoder(64, "\n".getBytes(UTF_8)).encodeToString(bytes);
        String file = "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n";
        return Files.writeString(folder.resolve(name), file);
    }

    private static KeyStore store(Path file) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(file)) {
            store.load(stream, "liveroom".toCharArray());
        }
        return store;
    }

    /// Asks a real HTTPS server, trusting nothing but the certificate itself.
    private String servedFingerprint(ServerCertificate certificate) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("studio", store(file()).getCertificate("studio"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext client = SSLContext.getInstance("TLS");
        client.init(null, trust.getTrustManagers(), null);
        try (HttpDoor door = new HttpDoor(
                        InetAddress.getLoopbackAddress(),
                        0,
                        certificate.context(),
                        _ -> HttpAnswer.refusal(404, "Nothing here."));
                HttpClient http = HttpClient.newBuilder().sslContext(client).build()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create("https://localhost:" + door.port() + "/"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.body()).isEqualTo("Nothing here.\n");
            Certificate served = answer.sslSession().orElseThrow().getPeerCertificates()[0];
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(served.getEncoded());
            return HexFormat.ofDelimiter(":").formatHex(digest).toUpperCase(Locale.ROOT);
        }
    }
}
