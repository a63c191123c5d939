package io.plimsoll.service.uploads;

import io.plimsoll.exchange.ExchangeRefused;
import io.plimsoll.exchange.Exports;
import io.plimsoll.exchange.TableFormat;
import io.plimsoll.service.frozen.FrozenCycles;
import io.plimsoll.service.right.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import javax.sql.DataSource;

/** Writes tables of a cycle row by row as they come from the database; none is held in memory. */
@ApplicationScoped
class RowsOut {

    /** What makes connector-j hand over rows as they come. */
    private static final int AS_THEY_COME = Integer.MIN_VALUE;

    private final DataSource database;

    RowsOut(DataSource database) {
        this.database = database;
    }

    void write(OutTable table, String cycle, Scope scope, TableFormat format, OutputStream out) throws IOException {
        ScopeSql rows = table.isByRetailer() ? ScopeSql.of(scope) : ScopeSql.of(new Scope.Everybody());
        List<Object> values = new ArrayList<>(List.of(cycle));
        values.addAll(rows.values());
        write(table, table.sql().formatted(rows.condition()), values, format, out);
    }

    /** Writes what a statement finds, column by column of the table. */
    void write(OutTable table, String sql, List<Object> values, TableFormat format, OutputStream out)
            throws IOException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setFetchSize(AS_THEY_COME);
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            try (ResultSet rows = select.executeQuery()) {
                Exports.table(
                        format,
                        table.fileName(),
                        table.header(),
                        new Rows(rows, table.header().size()),
                        out);
            }
        } catch (SQLException | ExchangeRefused failed) {
            throw new IOException(failed);
        }
        out.flush();
    }

    private static final class Rows implements Iterator<List<Object>> {

        private final ResultSet rows;
        private final int columns;
        private boolean isThere;

        Rows(ResultSet rows, int columns) throws SQLException {
            this.rows = rows;
            this.columns = columns;
            this.isThere = rows.next();
        }

        @Override
        public boolean hasNext() {
            return isThere;
        }

        @Override
        public List<Object> next() {
            if (!isThere) {
                throw new NoSuchElementException();
            }
            try {
                List<Object> row = new ArrayList<>(columns);
                for (int column = 1; column <= columns; column++) {
                    row.add(cell(rows.getObject(column)));
                }
                isThere = rows.next();
                return row;
            } catch (SQLException failed) {
                throw new UncheckedIOException(new IOException(failed));
            }
        }

        private static Object cell(Object value) {
            if (value == null) {
                return "";
            }
            if (value instanceof BigDecimal number) {
                return new BigDecimal(FrozenCycles.plain(number).toPlainString());
            }
            return value instanceof Integer || value instanceof Long ? value : value.toString();
        }
    }
}
