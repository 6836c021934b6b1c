package dev.dmock.sql.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** An arithmetic operation on two numbers; division by zero yields NULL. */
public record Arithmetic(Operator operator, Expression left, Expression right) implements Expression {

    private static final int DIVISION_SCALE_INCREMENT = 4;

    public enum Operator {
        PLUS,
        MINUS,
        TIMES,
        DIVIDED,
        DIV,
        MOD
    }

    @Override
    public @Nullable Object value(ColumnScope scope) {
        Object leftValue = left.value(scope);
        Object rightValue = right.value(scope);
        if (leftValue == null || rightValue == null) {
            return null;
        }
        BigDecimal a = SqlValues.number(leftValue);
        BigDecimal b = SqlValues.number(rightValue);
        boolean divides = operator == Operator.DIVIDED || operator == Operator.DIV || operator == Operator.MOD;
        if (divides && b.signum() == 0) {
            return null;
        }
        return SqlValues.bounded(
                switch (operator) {
                    case PLUS -> a.add(b);
                    case MINUS -> a.subtract(b);
                    case TIMES -> a.multiply(b);
                    case DIVIDED -> a.divide(b, a.scale() + DIVISION_SCALE_INCREMENT, RoundingMode.HALF_UP);
                    case DIV -> a.divideToIntegralValue(b).setScale(0, RoundingMode.DOWN);
                    case MOD -> a.remainder(b);
                });
    }
}
