namespace Ray.Operator.RayClusters.Planning.Rules;

/// <summary>
/// A cluster that is suspended has no pods. That is written down first, then the pods go, then it is written down that they are gone: the
/// passes in between find in the status how far it is.
/// </summary>
internal static class SuspensionRule
{
    public static void Apply(PlanDraft draft)
    {
        var snapshot = draft.Snapshot;
        switch (Suspension.StepOf(snapshot))
        {
            case SuspensionStep.None:
                return;
            case SuspensionStep.Begin:
                draft.WaitFor("the status to say that the cluster is being suspended", snapshot.Now);
                break;
            case SuspensionStep.DeletePods:
                DeletePods(draft);
                break;
            case SuspensionStep.Complete:
                draft.WaitFor("the status to say that the cluster is suspended", snapshot.Now);
                break;
            case SuspensionStep.Resume:
                draft.WaitFor("the status to say that the cluster is not suspended", snapshot.Now);
                break;
            case SuspensionStep.Rest:
                break;
        }

        draft.SettlePods();
    }

    private static void DeletePods(PlanDraft draft)
    {
        foreach (var pod in draft.Snapshot.Pods.Where(p => !draft.IsGoing(p)))
        {
            draft.Delete(pod, DeletionCause.Suspended, "the cluster is suspended");
        }

        draft.WaitFor("the pods to be gone");
    }
}
