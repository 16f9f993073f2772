namespace EmoHRNet.OnnxRuntime.Export.Whole;

/// <summary>Arithmetic for small matrices, [row, column].</summary>
internal static class Matrices
{
    public static double[,] Identity(int size) => Create(size, size, (i, j) => i == j ? 1 : 0);

    public static double[,] Transpose(double[,] a) => Create(a.GetLength(1), a.GetLength(0), (i, j) => a[j, i]);

    public static double[,] Sum(double[,] a, double[,] b) => Create(a.GetLength(0), a.GetLength(1), (i, j) => a[i, j] + b[i, j]);

    public static double[,] Product(double[,] a, double[,] b) => Create(a.GetLength(0), b.GetLength(1), (i, j) =>
    {
        double sum = 0;
        for (int k = 0; k < a.GetLength(1); k++)
        {
            sum += a[i, k] * b[k, j];
        }

        return sum;
    });

    /// <summary>The lower triangular factor L of a symmetric, positive definite matrix L·Lᵀ.</summary>
    public static double[,] Cholesky(double[,] a)
    {
        int size = a.GetLength(0);
        double[,] lower = new double[size, size];
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double rest = a[i, j];
                for (int k = 0; k < j; k++)
                {
                    rest -= lower[i, k] * lower[j, k];
                }

                lower[i, j] = i == j ? Math.Sqrt(rest) : rest / lower[j, j];
            }
        }

        return lower;
    }

    /// <summary>The inverse of a lower triangular matrix, by substitution.</summary>
    public static double[,] InverseOfLower(double[,] lower)
    {
        int size = lower.GetLength(0);
        double[,] inverse = new double[size, size];
        for (int column = 0; column < size; column++)
        {
            for (int i = column; i < size; i++)
            {
                double rest = i == column ? 1 : 0;
                for (int k = column; k < i; k++)
                {
                    rest -= lower[i, k] * inverse[k, column];
                }

                inverse[i, column] = rest / lower[i, i];
            }
        }

        return inverse;
    }

    public static float[] ToFloats(double[,] a) => [.. a.Cast<double>().Select(value => (float)value)];

    private static double[,] Create(int rows, int columns, Func<int, int, double> value)
    {
        double[,] result = new double[rows, columns];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                result[i, j] = value(i, j);
            }
        }

        return result;
    }
}
