package dev.dmock.world.sql;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Two numbers with an operator between them; dividing by zero gives NULL. */
record Arithmetic(Operator operator, Expr left, Expr right) implements Expr {

    private static final int MORE_DIGITS = 4;

    enum Operator {
        PLUS,
        MINUS,
        TIMES,
        DIVIDED,
        DIV,
        MOD
    }

    @Override
    public @Nullable Object value(Scope scope) {
        Object leftValue = left.value(scope);
        Object rightValue = right.value(scope);
        if (leftValue == null || rightValue == null) {
            return null;
        }
        BigDecimal a = Values.number(leftValue);
        BigDecimal b = Values.number(rightValue);
        boolean divides = operator == Operator.DIVIDED || operator == Operator.DIV || operator == Operator.MOD;
        if (divides && b.signum() == 0) {
            return null;
        }
        return Values.bounded(
                switch (operator) {
                    case PLUS -> a.add(b);
                    case MINUS -> a.subtract(b);
                    case TIMES -> a.multiply(b);
                    case DIVIDED -> a.divide(b, a.scale() + MORE_DIGITS, RoundingMode.HALF_UP);
                    case DIV -> a.divideToIntegralValue(b).setScale(0, RoundingMode.DOWN);
                    case MOD -> a.remainder(b);
                });
    }
}
