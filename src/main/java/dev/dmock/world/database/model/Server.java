package dev.dmock.world.database.model;

import dev.dmock.space.fact.Key;
import dev.dmock.space.fact.Kind;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reachable database server.
 *
 * @param address the storage key: {@code host:port}, followed by the role if a server of the other role has that key
 * @param user the account with all privileges; null accepts any name and password with all privileges
 * @param accounts all accounts, by name, in creation order
 * @param variables the global variables that were set
 * @param uuid the value of {@code @@server_uuid}
 */
public record Server(
        String address,
        Role role,
        @Nullable String user,
        Map<String, Account> accounts,
        Map<String, String> variables,
        String uuid,
        Binlog binlog) {

    public static final Kind<Server> KIND = Kind.of("server", Server.class, s -> Key.of(s.address));

    /** Creates a server; a null {@code user} accepts any account. */
    public static Server fresh(String address, Role role, @Nullable String user, String password, long seed) {
        Map<String, Account> accounts = user == null ? Map.of() : Map.of(user, new Account(user, password, Grants.ALL));
        UUID uuid = UUID.nameUUIDFromBytes((seed + "/" + reachedAt(address)).getBytes(StandardCharsets.UTF_8));
        return new Server(address, role, user, accounts, Map.of(), uuid.toString(), Binlog.EMPTY);
    }

    /** Returns the storage key of a server whose address is already the key of a server in the other role. */
    static String secondKey(String address, Role role) {
        return address + "/" + role.name().toLowerCase(Locale.ROOT);
    }

    /** Returns the network address, {@code host:port}. */
    public String reachedAt() {
        return reachedAt(address);
    }

    private static String reachedAt(String key) {
        int role = key.indexOf('/');
        return role < 0 ? key : key.substring(0, role);
    }

    /** Returns whether the server accepts any name and password. */
    public boolean acceptsAnyAccount() {
        return user == null;
    }

    /** Returns whether the server writes a binlog. */
    public boolean logs() {
        return role == Role.UPSTREAM && !"OFF".equals(variables.get("log_bin"));
    }

    /** Returns whether transactions have GTIDs. */
    public boolean hasGtids() {
        return role == Role.UPSTREAM && !"OFF".equals(variables.get("gtid_mode"));
    }

    public Server withAccount(Account account) {
        Map<String, Account> all = new LinkedHashMap<>(accounts);
        all.put(account.name(), account);
        return new Server(address, role, user, all, variables, uuid, binlog);
    }

    public Server withoutAccount(String name) {
        Map<String, Account> all = new LinkedHashMap<>(accounts);
        all.remove(name);
        return new Server(address, role, user, all, variables, uuid, binlog);
    }

    public Server withVariables(Map<String, String> other) {
        String otherUuid = other.getOrDefault("server_uuid", uuid);
        return new Server(address, role, user, accounts, other, otherUuid, binlog);
    }

    public Server withBinlog(Binlog other) {
        return new Server(address, role, user, accounts, variables, uuid, other);
    }
}
