using EmoHRNet.Training;
using EmoHRNet.TrainingProcess;

// Trains the tiny recipe on a synthetic corpus in the folder given first, resuming from CHECKPOINT, and writes MODEL.
using SyntheticCorpus data = new(args[0]);
TrainingEnvironment environment = new() { Device = "cpu", CheckpointPath = args[1], Resume = true };
new EmotionTrainer(TinyRecipe.Create(int.Parse(args[2])), environment).Train(data.Split.Training, data.Split.Validation).Save(args[3]);
